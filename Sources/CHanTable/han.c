#include "CHanTable.h"

#include "fold_table.h"
#include "reading_table.h"

enum { page_bits = 6, page_mask = 63, table_end = 0x33000 };
enum { same = 0, dropped = 1, blank = 2 };

static uint16_t at(const uint16_t *index, const uint16_t *pages, uint32_t scalar) {
  return pages[((uint32_t)index[scalar >> page_bits] << page_bits) + (scalar & page_mask)];
}

static int32_t one(uint32_t scalar, uint32_t *folded) {
  folded[0] = scalar;
  return 1;
}

int32_t leadline_han_version(void) { return table_version; }

bool leadline_is_han(uint32_t scalar) {
  if (scalar < 0x3400) return scalar == 0x3007;
  return scalar <= 0x4DBF || (scalar >= 0x4E00 && scalar <= 0x9FFF) ||
         (scalar >= 0xF900 && scalar <= 0xFAFF) || (scalar >= 0x20000 && scalar <= 0x323AF);
}

int32_t leadline_fold(uint32_t scalar, uint32_t *folded) {
  if (scalar >= table_end) {
    // Above the table stand only tags and variation selectors (dropped) and private use (kept).
    return scalar >= 0xE0000 && scalar <= 0xE0FFF ? 0 : one(scalar, folded);
  }
  uint16_t entry = at(fold_index, fold_pages, scalar);
  if (entry == same) return one(scalar, folded);
  if (entry == dropped) return 0;
  if (entry == blank) return one(' ', folded);
  const uint32_t *item = &fold_pool[entry];
  for (uint32_t i = 0; i < item[0]; i++) folded[i] = item[i + 1];
  return (int32_t)item[0];
}

const uint16_t *leadline_readings(uint32_t scalar) {
  return &reading_pool[scalar < table_end ? at(reading_index, reading_pages, scalar) : 0];
}

uint64_t leadline_syllable(uint16_t reading) { return syllables[reading]; }

bool leadline_surname(uint32_t first, uint32_t second, uint16_t *readings) {
  enum { width = 4 };
  uint32_t low = 0, high = sizeof surname_rows / sizeof *surname_rows / width;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    const uint32_t *row = &surname_rows[middle * width];
    if (row[0] == first && row[1] == second) {
      readings[0] = (uint16_t)row[2];
      readings[1] = (uint16_t)row[3];
      return true;
    }
    if (row[0] < first || (row[0] == first && row[1] < second)) low = middle + 1;
    else high = middle;
  }
  return false;
}
