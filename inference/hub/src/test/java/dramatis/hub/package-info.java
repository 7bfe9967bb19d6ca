@NullMarked
package dramatis.hub;

import org.jspecify.annotations.NullMarked;
