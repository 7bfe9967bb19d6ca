package dramatis.persistence;

import dramatis.address.ChannelSettings;
import dramatis.address.ChannelSettingsStore;
import dramatis.message.ConversationRef;
import java.util.Optional;

final class DatabaseChannelSettingsStore implements ChannelSettingsStore {
    private final Transactions transactions;

    DatabaseChannelSettingsStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<ChannelSettings> find(ConversationRef place) {
        return transactions.run(sql -> new ChannelSettingTable(sql).find(place));
    }

    @Override
    public boolean chosen(ConversationRef place) {
        return transactions.run(sql -> new ChannelSettingTable(sql).has(place));
    }

    @Override
    public void put(ConversationRef place, ChannelSettings settings) {
        transactions.change(sql -> new ChannelSettingTable(sql).put(place, settings));
    }

    @Override
    public void clear(ConversationRef place) {
        transactions.change(sql -> new ChannelSettingTable(sql).clear(place));
    }

    @Override
    public void move(ConversationRef from, ConversationRef to) {
        transactions.change(sql -> new ChannelSettingTable(sql).move(from, to));
    }
}
