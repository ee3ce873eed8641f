// What the C library keeps of memory that was freed. A reader is open for hours, and works hard
// for the first fraction of a second.
#ifndef PULLQUOTE_HEAP_H
#define PULLQUOTE_HEAP_H

/// All threads begun from now on share one heap. By default each has its own, which keeps for good
/// what its thread needed once.
void heap_share_one(void);

/// Gives the system back what the heap holds and nobody uses.
void heap_give_back(void);

#endif
