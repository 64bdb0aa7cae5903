package io.omniflow.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports of the loopback address that nobody listens on at the moment of asking; a race is unlikely, not impossible. */
public final class FreePorts {
    private FreePorts() {}

    public static int one() {
        return some(1).getFirst();
    }

    /** All are held open until the last is known, so that no port is given twice. */
    public static List<Integer> some(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new EmbeddedServerException("No free port on the loopback address", e);
        } finally {
            held.forEach(FreePorts::release);
        }
    }

    /** False when somebody listens there, on any address that would stand in the way. */
    public static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** @throws EmbeddedServerException that names the port and who wanted it */
    public static void require(int port, String wantedBy) {
        if (!isFree(port)) {
            throw new EmbeddedServerException(
                    wantedBy + " cannot listen on port " + port + ": another program listens there");
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new EmbeddedServerException("A probed port could not be given back", e);
        }
    }
}
