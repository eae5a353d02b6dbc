#include "CReadline.h"
#include "completion.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <readline/readline.h>

struct leadline_candidates {
  int start;
  char append;
  char **texts;
  size_t count, room;
};

enum { shown_at_once = 100 };

static leadline_completer completer;
static void *completer_context;
static int word_start;

void leadline_complete_with(leadline_completer function, void *context) {
  completer = function;
  completer_context = context;
}

void leadline_candidates_start(leadline_candidates *answer, int byte) { answer->start = byte; }

void leadline_candidates_append(leadline_candidates *answer, char character) {
  answer->append = character;
}

void leadline_candidates_add(leadline_candidates *answer, const char *text) {
  if (answer->count == answer->room) {
    size_t room = answer->room ? answer->room * 2 : 32;
    char **texts = realloc(answer->texts, room * sizeof *texts);
    if (!texts) return;
    answer->texts = texts;
    answer->room = room;
  }
  char *copy = strdup(text);
  if (copy) answer->texts[answer->count++] = copy;
}

/* The whole line up to the cursor is readline's word: only the completer knows words. */
static char *no_word_breaks(void) { return ""; }

static char *joined(const char *line, int start, const char *text) {
  size_t length = strlen(text);
  char *result = malloc((size_t)start + length + 1);
  if (!result) return NULL;
  memcpy(result, line, (size_t)start);
  memcpy(result + start, text, length + 1);
  return result;
}

/* The longest beginning of all candidates, at a character's border. */
static size_t common_length(char **texts, size_t count) {
  size_t length = strlen(texts[0]);
  for (size_t i = 1; i < count; i++) {
    size_t same = 0;
    while (same < length && texts[i][same] == texts[0][same]) same++;
    length = same;
  }
  while (length > 0 && ((unsigned char)texts[0][length] & 0xC0) == 0x80) length--;
  return length;
}

/* What replaces the line when several fit: their common beginning if it only adds to what is
   typed, else (pinyin, initials) the line as it is. */
static char *beginning(const leadline_candidates *answer, const char *line) {
  const char *typed = line + answer->start;
  size_t length = common_length(answer->texts, answer->count);
  if (answer->count > 1 &&
      (length < strlen(typed) || strncasecmp(typed, answer->texts[0], strlen(typed)) != 0))
    return strdup(line);
  char *result = joined(line, answer->start, answer->texts[0]);
  if (result) result[(size_t)answer->start + length] = '\0';
  return result;
}

static char **matches(const leadline_candidates *answer, const char *line) {
  size_t room = answer->count + 2;
  char **result = calloc(room, sizeof *result);
  if (!result) return NULL;
  result[0] = beginning(answer, line);
  if (answer->count > 1)
    for (size_t i = 0; i < answer->count; i++)
      result[i + 1] = joined(line, answer->start, answer->texts[i]);
  return result;
}

static char **attempt(const char *text, int start, int end) {
  (void)text;
  rl_attempted_completion_over = 1;
  rl_completion_suppress_quote = 1;
  rl_sort_completion_matches = 0;
  if (!completer || start != 0) return NULL;
  char *line = strndup(rl_line_buffer, (size_t)end);
  if (!line) return NULL;
  leadline_candidates answer = {.append = ' '};
  completer(completer_context, rl_line_buffer, end, &answer);
  bool fits = answer.count > 0 && answer.start >= 0 && answer.start <= end;
  char **result = fits ? matches(&answer, line) : NULL;
  word_start = answer.start;
  rl_completion_append_character = answer.append;
  for (size_t i = 0; i < answer.count; i++) free(answer.texts[i]);
  free(answer.texts);
  free(line);
  return result;
}

/* Shows the words alone, the likeliest first, without the line before them. */
static void display(char **texts, int count, int longest) {
  int shown = count > shown_at_once ? shown_at_once : count;
  char **words = calloc((size_t)shown + 2, sizeof *words);
  if (!words) return;
  for (int i = 0; i <= shown; i++) words[i] = texts[i] + (i > 0 ? word_start : 0);
  rl_crlf();
  rl_display_match_list(words, shown, longest - word_start);
  if (shown < count) fprintf(rl_outstream, ".. %d more\n", count - shown);
  free(words);
  rl_forced_update_display();
}

void leadline_completion_install(void) {
  rl_completion_word_break_hook = no_word_breaks;
  rl_completer_quote_characters = "";
  rl_attempted_completion_function = attempt;
  rl_completion_display_matches_hook = display;
}
