/** Who plays where, and what has been said so far. */
@NullMarked
package dramatis.session;

import org.jspecify.annotations.NullMarked;
