/** When the bot answers: what it takes for a message to it, and how a channel is set. */
@NullMarked
package dramatis.address;

import org.jspecify.annotations.NullMarked;
