#include "CHanTable.h"
int leadline_han_placeholder(void) { return 0; }
