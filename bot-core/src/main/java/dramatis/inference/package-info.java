/** The port to a model: chat messages in, text out. */
@NullMarked
package dramatis.inference;

import org.jspecify.annotations.NullMarked;
