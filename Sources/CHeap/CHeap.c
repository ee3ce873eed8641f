#include "CHeap.h"

#include <malloc.h>

// Other C libraries have one heap, and give back by themselves.
void heap_share_one(void) {
#ifdef __GLIBC__
  mallopt(M_ARENA_MAX, 1);
#endif
}

void heap_give_back(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}
