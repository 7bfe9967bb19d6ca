/** What people can ask for: one model, rendered by each adapter. */
@NullMarked
package dramatis.command;

import org.jspecify.annotations.NullMarked;
