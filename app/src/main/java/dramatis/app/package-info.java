/** The program: its settings, its command line, and the wiring of all modules. */
@NullMarked
package dramatis.app;

import org.jspecify.annotations.NullMarked;
