#ifndef LEADLINE_COMPLETION_H
#define LEADLINE_COMPLETION_H

/* Points readline's completion at the completer. Called before rl_initialize. */
void leadline_completion_install(void);

#endif
