#define _GNU_SOURCE
#include "CReadline.h"
#include "completion.h"
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <readline/history.h>
#include <readline/readline.h>

/* Signals reach the prompt as bytes in a pipe: whatever thread takes them, nothing is done in
   the handler, and the loop below does everything at a safe place. */
static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
enum { signal_count = sizeof signals / sizeof *signals };
static struct sigaction before[signal_count];
static int signal_pipe[2] = {-1, -1};
static int keys = -1;

static bool is_ready, is_done;
static char *result;
static const char *wanted_prefill;

void leadline_use_utf8(void) {
  const char *found = setlocale(LC_CTYPE, "");
  if (found && strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968") != 0) return;
  setenv(getenv("LC_ALL") && *getenv("LC_ALL") ? "LC_ALL" : "LC_CTYPE", "C.UTF-8", 1);
  setlocale(LC_CTYPE, "C.UTF-8");
}

static void note(int signal) {
  int saved = errno;
  unsigned char byte = (unsigned char)signal;
  ssize_t written = write(signal_pipe[1], &byte, 1);
  (void)written;
  errno = saved;
}

static void catch_signals(void) {
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < signal_count; i++) {
    sigaction(signals[i], &action, &before[i]);
    bool ignored = before[i].sa_handler == SIG_IGN && signals[i] != SIGINT;
    if (ignored) sigaction(signals[i], &before[i], NULL);
  }
}

static void release_signals(void) {
  for (int i = 0; i < signal_count; i++) sigaction(signals[i], &before[i], NULL);
}

/* Waits for a key or a signal; true for a key. */
static bool wait_for_key(void) {
  struct pollfd waiting[] = {
      {.fd = fileno(rl_instream), .events = POLLIN}, {.fd = signal_pipe[0], .events = POLLIN}};
  while (poll(waiting, 2, -1) < 0 && errno == EINTR) continue;
  return waiting[1].revents == 0;
}

/* Reads a key without waiting: Ctrl-C may have emptied the terminal's queue since the poll, and
   a read that waits would then keep the signal waiting too. */
static bool read_key(FILE *stream, int *key) {
  if (keys < 0) {
    *key = rl_getc(stream);
    return true;
  }
  unsigned char byte;
  ssize_t count = read(keys, &byte, 1);
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) return false;
  *key = count == 1 ? byte : EOF;
  return true;
}

/* Where readline itself waits for one more key (a list longer than the screen), a signal ends
   that with Ctrl-G, and the loop deals with it. */
static int next_key(FILE *stream) {
  int key;
  while (!read_key(stream, &key))
    if (!wait_for_key()) return 7;
  return key;
}

/* The terminal opened once more, so that not waiting is ours alone; -1 where that fails. */
static void open_keys(int terminal) {
  char name[128];
  if (keys >= 0) close(keys);
  bool is_named = ttyname_r(terminal, name, sizeof name) == 0;
  keys = is_named ? open(name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) : -1;
}

static void take_line(char *line) {
  result = line;
  is_done = true;
  rl_callback_handler_remove();
}

static int insert_prefill(void) {
  if (wanted_prefill) rl_insert_text(wanted_prefill);
  return 0;
}

static bool prepare(void) {
  if (is_ready) return true;
  if (pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  rl_readline_name = "leadline";
  rl_change_environment = 0;
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_getc_function = next_key;
  rl_startup_hook = insert_prefill;
  rl_variable_bind("bell-style", "none");
  rl_variable_bind("show-all-if-ambiguous", "on");
  leadline_completion_install();
  using_history();
  is_ready = true;
  return true;
}

bool leadline_readline_use(int fd_in, int fd_out) {
  FILE *in = fdopen(dup(fd_in), "r"), *out = fdopen(dup(fd_out), "w");
  if (!in || !out) return false;
  if (rl_instream && rl_instream != stdin) fclose(rl_instream);
  if (rl_outstream && rl_outstream != stdout) fclose(rl_outstream);
  rl_instream = in;
  rl_outstream = out;
  open_keys(fd_in);
  if (is_ready) rl_reset_terminal(NULL);
  return true;
}

static void redraw(void) {
  rl_reset_after_signal();
  rl_resize_terminal();
  rl_on_new_line();
  rl_redisplay();
}

/* Lets the signal do what it does without us, with the terminal as we found it. */
static void let_through(int signal) {
  rl_cleanup_after_signal();
  if (signal != SIGTSTP) fputc('\n', rl_outstream);
  fflush(rl_outstream);
  release_signals();
  sigset_t only, masked;
  sigemptyset(&only);
  sigaddset(&only, signal);
  pthread_sigmask(SIG_UNBLOCK, &only, &masked);
  raise(signal);
  pthread_sigmask(SIG_SETMASK, &masked, NULL);
  catch_signals();
}

/* Does what a signal asks for; false if the line is to be dropped. */
static bool obey(int signal) {
  switch (signal) {
  case SIGINT: return false;
  case SIGWINCH: rl_resize_terminal(); break;
  case SIGCONT:
    rl_deprep_terminal();
    redraw();
    break;
  default:
    let_through(signal);
    redraw();
    break;
  }
  return true;
}

static void drop_line(void) {
  rl_callback_sigcleanup();
  rl_free_line_state();
  rl_point = rl_end;
  rl_redisplay();
  fputs("^C\n", rl_outstream);
  rl_callback_handler_remove();
  fflush(rl_outstream);
}

leadline_outcome leadline_read(const char *prompt, const char *prefill, char **line) {
  *line = NULL;
  if (!prepare()) return leadline_end;
  wanted_prefill = prefill;
  is_done = false;
  result = NULL;
  catch_signals();
  rl_callback_handler_install(prompt, take_line);
  leadline_outcome outcome = leadline_line;
  while (!is_done) {
    unsigned char signal;
    if (wait_for_key()) {
      rl_callback_read_char();
    } else if (read(signal_pipe[0], &signal, 1) == 1 && !obey(signal)) {
      drop_line();
      outcome = leadline_interrupted;
      break;
    }
  }
  release_signals();
  wanted_prefill = NULL;
  if (outcome == leadline_line && !result) {
    fputc('\n', rl_outstream);
    fflush(rl_outstream);
    return leadline_end;
  }
  *line = result;
  return outcome;
}

void leadline_free(char *line) { free(line); }

void leadline_history_limit(int lines) { stifle_history(lines); }

void leadline_history_add(const char *line) { add_history(line); }

void leadline_history_clear(void) { clear_history(); }
