/** What can be known of a running bot in figures, without a word of what anybody said. */
@NullMarked
package dramatis.telemetry;

import org.jspecify.annotations.NullMarked;
