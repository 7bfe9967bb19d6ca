/** The in-process engine: Hugging Face checkpoints played by PyTorch through DJL, as they are. */
@NullMarked
package dramatis.djl;

import org.jspecify.annotations.NullMarked;
