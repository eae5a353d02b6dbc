int leadline_han_placeholder(void);
