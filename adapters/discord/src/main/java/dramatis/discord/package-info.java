/** Discord, brought to the core's ports by JDA. */
@NullMarked
package dramatis.discord;

import org.jspecify.annotations.NullMarked;
