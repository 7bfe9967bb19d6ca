/** The bundled cast, and the readers and writers of character and scene files. */
@NullMarked
package dramatis.characters;

import org.jspecify.annotations.NullMarked;
