/** Servers that tests talk to in place of the real ones. They listen on loopback and know no module of ours. */
@NullMarked
package dramatis.testkit;

import org.jspecify.annotations.NullMarked;
