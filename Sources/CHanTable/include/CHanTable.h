#ifndef LEADLINE_HAN_TABLE_H
#define LEADLINE_HAN_TABLE_H

#include <stdbool.h>
#include <stdint.h>

/// The version of the tables. Search keys written with another version must be written anew.
int32_t leadline_han_version(void);

/// Whether a scalar is a Han character (of any block, compatibility forms and U+3007 included).
bool leadline_is_han(uint32_t scalar);

/// Folds one scalar: case, accents, width, simplified = traditional.
///
/// Writes at most 18 scalars to `folded` and returns how many; 0 when the scalar is dropped.
/// A space stands for white space of any kind.
int32_t leadline_fold(uint32_t scalar, uint32_t *folded);

/// The readings of a folded Han character: their count, then a number for each, the commonest
/// first.
const uint16_t *leadline_readings(uint32_t scalar);

/// The letters of a reading, without tone, ü written v.
///
/// At most six letters from the highest byte down, their count in the lowest byte.
uint64_t leadline_syllable(uint16_t reading);

/// The readings of a surname, of one folded character (`second` is 0) or two.
///
/// Writes one or two readings to `readings`; false when there is no such surname in the table.
bool leadline_surname(uint32_t first, uint32_t second, uint16_t *readings);

#endif
