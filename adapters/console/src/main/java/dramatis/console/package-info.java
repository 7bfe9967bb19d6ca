/** The console as a platform: one conversation, between the program's owner and a character. */
@NullMarked
package dramatis.console;

import org.jspecify.annotations.NullMarked;
