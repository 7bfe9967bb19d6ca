/** The way of what was said to the platform, in order, once. */
@NullMarked
package dramatis.delivery;

import org.jspecify.annotations.NullMarked;
