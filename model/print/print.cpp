#include "print/markpage.h"
