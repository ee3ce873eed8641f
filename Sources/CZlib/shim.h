// zlib, which keeps the original bytes of articles small. The header is all that is needed.
#include <zlib.h>
