@NullMarked
package dramatis.app;

import org.jspecify.annotations.NullMarked;
