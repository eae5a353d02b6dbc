#ifndef LEADLINE_CREADLINE_H
#define LEADLINE_CREADLINE_H

#include <stdbool.h>
#include <stddef.h>

/* GNU Readline behind plain values. One thread uses it, as readline itself demands. */

/* Makes LC_CTYPE a UTF-8 locale where it is C or POSIX, for this process and its children. */
void leadline_use_utf8(void);

/* Reads keys from one descriptor and draws on another instead of stdin and stdout. */
bool leadline_readline_use(int fd_in, int fd_out);

typedef enum {
  leadline_line,
  leadline_interrupted,
  leadline_end,
} leadline_outcome;

/* Reads one line. `*line` is to be freed with leadline_free; it is null unless a line came. */
leadline_outcome leadline_read(const char *prompt, const char *prefill, char **line);
void leadline_free(char *line);

/* What a completer answers: where the word to be replaced starts (a byte of the line), and the
   texts that may stand there, the likeliest first. */
typedef struct leadline_candidates leadline_candidates;
void leadline_candidates_start(leadline_candidates *answer, int byte);
void leadline_candidates_add(leadline_candidates *answer, const char *text);
/* What follows a single candidate once it is inserted: a blank, or 0 for nothing. */
void leadline_candidates_append(leadline_candidates *answer, char character);

typedef void (*leadline_completer)(
    void *context, const char *line, int cursor, leadline_candidates *answer);
void leadline_complete_with(leadline_completer completer, void *context);

/* The lines that the arrow keys bring back. */
void leadline_history_limit(int lines);
void leadline_history_add(const char *line);
void leadline_history_clear(void);

/* Ctrl-C outside the prompt. While watched, SIGINT writes a byte that leadline_interrupt_wait
   takes; it returns false once leadline_interrupt_unwatch was called. */
bool leadline_interrupt_watch(void);
bool leadline_interrupt_wait(void);
void leadline_interrupt_unwatch(void);

/* Size of the window behind a descriptor; false where there is none. */
bool leadline_window_size(int fd, int *columns, int *rows);

#endif
