/** What people and characters say, where, and what of it anybody may see. */
@NullMarked
package dramatis.message;

import org.jspecify.annotations.NullMarked;
