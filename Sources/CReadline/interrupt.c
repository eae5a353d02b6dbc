#define _GNU_SOURCE
#include "CReadline.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

static int watch_pipe[2] = {-1, -1};
static struct sigaction before_watch;

static void note_interrupt(int signal) {
  (void)signal;
  int saved = errno;
  ssize_t written = write(watch_pipe[1], "i", 1);
  (void)written;
  errno = saved;
}

static void drain(void) {
  char byte;
  fcntl(watch_pipe[0], F_SETFL, O_NONBLOCK);
  while (read(watch_pipe[0], &byte, 1) == 1) continue;
  fcntl(watch_pipe[0], F_SETFL, 0);
}

/* The pipe is made once and stays: a late handler never writes to a descriptor used anew. */
bool leadline_interrupt_watch(void) {
  if (watch_pipe[0] < 0) {
    if (pipe2(watch_pipe, O_CLOEXEC) != 0) return false;
    fcntl(watch_pipe[1], F_SETFL, O_NONBLOCK);
  }
  drain();
  struct sigaction action = {.sa_handler = note_interrupt, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  return sigaction(SIGINT, &action, &before_watch) == 0;
}

bool leadline_interrupt_wait(void) {
  char byte;
  ssize_t count;
  do {
    count = read(watch_pipe[0], &byte, 1);
  } while (count < 0 && errno == EINTR);
  return count == 1 && byte == 'i';
}

void leadline_interrupt_unwatch(void) {
  sigaction(SIGINT, &before_watch, NULL);
  ssize_t written;
  do {
    written = write(watch_pipe[1], "q", 1);
  } while (written < 0 && errno == EINTR);
}

bool leadline_window_size(int fd, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}
