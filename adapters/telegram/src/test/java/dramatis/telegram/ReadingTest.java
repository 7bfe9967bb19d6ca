package dramatis.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dramatis.message.ConversationRef;
import dramatis.message.InboundEvent;
import dramatis.message.InboundMessage;
import dramatis.message.InboundMessage.Addressing;
import dramatis.message.InboundMessage.AuthorKind;
import dramatis.message.MessageRef;
import dramatis.message.Place;
import dramatis.message.UserRef;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Telegram's messages, understood. Their JSON is as the Bot API's documentation writes it. */
class ReadingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Me ME = new Me(7, "ada_bot", false);
    private static final String MINA = "'from':{'id':5,'is_bot':false,'first_name':'Mina','last_name':'Harker'}";
    private static final String GROUP = "'chat':{'id':-100,'type':'supergroup','title':'Whitby'}";
    private static final String HOME = "'chat':{'id':5,'type':'private','first_name':'Mina'}";

    @Test
    void said_privateChat_isDirect() {
        InboundMessage said = said(MINA + "," + HOME + ",'text':' Hello '").orElseThrow();
        ConversationRef home = new ConversationRef("telegram", "5", "");
        assertThat(said)
                .isEqualTo(new InboundMessage(
                        new MessageRef(home, "3"),
                        new Place("telegram", "5"),
                        new UserRef("telegram", "5"),
                        "Mina Harker",
                        AuthorKind.PERSON,
                        "Hello",
                        Optional.empty(),
                        Addressing.DIRECT,
                        Locale.ENGLISH,
                        Instant.ofEpochSecond(1000)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@ada_bot, good day|0|8|MENTION|good day",
                "@ADA_bot good day|0|8|MENTION|good day",
                "Good day @ada_bot!|9|8|MENTION|Good day!",
                "Good day @ada_bot|9|8|MENTION|Good day",
                "Is @ada_bot here|3|8|MENTION|Is here",
                "Is @other_bot here|3|10|NONE|Is @other_bot here",
            })
    void said_mention_isCutOff(String text, int offset, int length, Addressing addressing, String heard) {
        InboundMessage said = said(MINA + "," + GROUP + ",'text':'" + text + "','entities':[{'type':'mention','offset':"
                        + offset + ",'length':" + length + "}]")
                .orElseThrow();
        assertThat(said.addressing()).isEqualTo(addressing);
        assertThat(said.text()).isEqualTo(heard);
    }

    @Test
    void said_replyToTheBot_isAReply() {
        InboundMessage said = said(MINA + "," + GROUP + ",'message_thread_id':2,'text':'Yes','reply_to_message':"
                        + "{'message_id':2,'date':1,'from':{'id':7,'is_bot':true,'first_name':'Ada'}," + GROUP + "}")
                .orElseThrow();
        assertThat(said.addressing()).isEqualTo(Addressing.REPLY);
        assertThat(said.ref().conversation().threadId()).isEmpty();
        assertThat(said.replyTo()).hasValue(new MessageRef(said.ref().conversation(), "2"));
    }

    @Test
    void said_inATopicThatTheBotMade_isNoReply() {
        InboundMessage said = said(MINA + "," + GROUP + ",'is_topic_message':true,'message_thread_id':2,'text':'Yes',"
                        + "'reply_to_message':{'message_id':2,'date':1,'from':{'id':7,'is_bot':true,'first_name':'Ada'},"
                        + GROUP + ",'forum_topic_created':{'name':'Letters','icon_color':1}}")
                .orElseThrow();
        assertThat(said.addressing()).isEqualTo(Addressing.NONE);
        assertThat(said.replyTo()).isEmpty();
        assertThat(said.ref().conversation().threadId()).isEqualTo("2");
        assertThat(said.place()).isEqualTo(new Place("telegram", "-100"));
    }

    @Test
    void said_anonymousAdmin_isAPersonWhoAdministers() {
        Reading reading =
                reading("'from':{'id':1087968824,'is_bot':true,'first_name':'Group'},'sender_chat':{'id':-100,"
                        + "'type':'supergroup','title':'Whitby'}," + GROUP + ",'text':'Hello'");
        assertThat(reading.anonymousAdmin()).isTrue();
        InboundMessage said = reading.said().orElseThrow();
        assertThat(said.authorKind()).isEqualTo(AuthorKind.PERSON);
        assertThat(said.author().userId()).isEqualTo("-100");
        assertThat(said.authorName()).isEqualTo("Whitby");
    }

    @Test
    void said_forwardOfTheLinkedChannel_isNotAddressed() {
        InboundMessage said =
                said("'from':{'id':777000,'is_bot':false,'first_name':'Telegram'},'sender_chat':{'id':-200,"
                                + "'type':'channel','title':'News'},'is_automatic_forward':true," + GROUP
                                + ",'text':'Ada is @ada_bot','entities':[{'type':'mention','offset':7,'length':8}]")
                        .orElseThrow();
        assertThat(said.addressing()).isEqualTo(Addressing.NONE);
        assertThat(said.authorKind()).isEqualTo(AuthorKind.BOT);
        assertThat(said.authorName()).isEqualTo("News");
    }

    @Test
    void said_otherBotAndItself_areTold() {
        assertThat(said("'from':{'id':8,'is_bot':true,'first_name':'Bob'}," + GROUP + ",'text':'x'")
                        .orElseThrow()
                        .authorKind())
                .isEqualTo(AuthorKind.BOT);
        assertThat(said("'from':{'id':7,'is_bot':true,'first_name':'Ada'}," + GROUP + ",'text':'x'")
                        .orElseThrow()
                        .authorKind())
                .isEqualTo(AuthorKind.OWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'photo':[{'file_id':'1','file_unique_id':'1','width':1,'height':1}],'caption':'Look'|[picture] Look",
                "'document':{'file_id':'1','file_unique_id':'1','file_name':'card.png'}|[file: card.png]",
                "'voice':{'file_id':'1','file_unique_id':'1','duration':2}|[voice message]",
                "'location':{'latitude':1.0,'longitude':2.0}|[location]",
                "'dice':{'emoji':'d','value':5}|[dice: d 5]",
            })
    void said_media_standsAsAPlaceholder(String media, String heard) {
        assertThat(said(MINA + "," + HOME + "," + media).orElseThrow().text()).isEqualTo(heard);
    }

    @Test
    void said_serviceMessagesAndChannels_areNothing() {
        assertThat(said(MINA + "," + GROUP + ",'new_chat_title':'Whitby'")).isEmpty();
        assertThat(said(MINA + ",'chat':{'id':-200,'type':'channel','title':'News'},'text':'x'"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "left,member,Joined",
        "member,kicked,Left",
        "member,administrator,",
        "administrator,left,Left",
        "kicked,left,",
    })
    void membership_comingAndGoing_areTold(String before, String after, String event) {
        Optional<String> told = Membership.event(read(
                        "{" + MINA + "," + GROUP + ",'date':1,'old_chat_member':" + member(before)
                                + ",'new_chat_member':" + member(after) + "}",
                        ChatMemberUpdated.class))
                .map(InboundEvent::getClass)
                .map(Class::getSimpleName);
        assertThat(told).isEqualTo(Optional.ofNullable(event));
    }

    private static String member(String status) {
        String more = status.equals("kicked") ? ",'until_date':0" : "";
        return "{'status':'" + status + "','user':{'id':7,'is_bot':true,'first_name':'Ada'}" + more + "}";
    }

    private static Optional<InboundMessage> said(String fields) {
        return reading(fields).said();
    }

    private static Reading reading(String fields) {
        return new Reading(ME, read("{'message_id':3,'date':1000," + fields + "}", Message.class), Locale.ENGLISH);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json.replace('\'', '"'), type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
