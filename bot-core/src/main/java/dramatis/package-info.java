/** The core of the bot, put together. */
@NullMarked
package dramatis;

import org.jspecify.annotations.NullMarked;
