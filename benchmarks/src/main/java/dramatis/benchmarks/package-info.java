/** Programs that measure a path and print ratios, each with a main method. */
@NullMarked
package dramatis.benchmarks;

import org.jspecify.annotations.NullMarked;
