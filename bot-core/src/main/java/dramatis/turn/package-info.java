/** One turn from the message that asks for it to the reply that is posted. */
@NullMarked
package dramatis.turn;

import org.jspecify.annotations.NullMarked;
