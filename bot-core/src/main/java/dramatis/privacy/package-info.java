/** What people can know about, take away and forbid. */
@NullMarked
package dramatis.privacy;

import org.jspecify.annotations.NullMarked;
