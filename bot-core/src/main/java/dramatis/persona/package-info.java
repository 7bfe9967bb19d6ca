/** Who is played: characters, and the scenes they stand in. */
@NullMarked
package dramatis.persona;

import org.jspecify.annotations.NullMarked;
