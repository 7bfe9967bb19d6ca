/** Brings checkpoints from a Hugging Face hub into the cache that the hub's own tools use. */
@NullMarked
package dramatis.hub;

import org.jspecify.annotations.NullMarked;
