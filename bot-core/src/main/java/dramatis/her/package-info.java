/** The HER format: what the model reads and what it writes. */
@NullMarked
package dramatis.her;

import org.jspecify.annotations.NullMarked;
