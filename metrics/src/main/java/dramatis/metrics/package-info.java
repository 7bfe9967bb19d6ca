/** What can be seen of a running program from outside: figures, and whether it lives and can work. */
@NullMarked
package dramatis.metrics;

import org.jspecify.annotations.NullMarked;
