/** Processes that are killed while they talk, and what must be true afterwards. */
@NullMarked
package dramatis.app.kill;

import org.jspecify.annotations.NullMarked;
