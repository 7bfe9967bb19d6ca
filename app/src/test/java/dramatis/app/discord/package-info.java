/** The bot on a Discord where much goes wrong, counted. */
@NullMarked
package dramatis.app.discord;

import org.jspecify.annotations.NullMarked;
