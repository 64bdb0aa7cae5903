package io.omniflow.ticket.conversation.kafka;

import io.omniflow.ticket.conversation.domain.Channel;

/** Channels in the words of the contract. The names are held together by the compiler, not by their spelling. */
final class InboxChannels {
    private InboxChannels() {}

    static Channel read(io.omniflow.contract.Channel channel) {
        return switch (channel) {
            case EMAIL -> Channel.EMAIL;
            case CHAT -> Channel.CHAT;
            case WHATSAPP -> Channel.WHATSAPP;
            case PHONE -> Channel.PHONE;
            case SMS -> Channel.SMS;
            case SOCIAL -> Channel.SOCIAL;
            case API -> Channel.API;
        };
    }

    static io.omniflow.contract.Channel published(Channel channel) {
        return switch (channel) {
            case EMAIL -> io.omniflow.contract.Channel.EMAIL;
            case CHAT -> io.omniflow.contract.Channel.CHAT;
            case WHATSAPP -> io.omniflow.contract.Channel.WHATSAPP;
            case PHONE -> io.omniflow.contract.Channel.PHONE;
            case SMS -> io.omniflow.contract.Channel.SMS;
            case SOCIAL -> io.omniflow.contract.Channel.SOCIAL;
            case API -> io.omniflow.contract.Channel.API;
        };
    }
}
