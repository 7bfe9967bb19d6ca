/** The ports to the platforms: what an adapter hands in, and what it is asked to post. */
@NullMarked
package dramatis.platform;

import org.jspecify.annotations.NullMarked;
