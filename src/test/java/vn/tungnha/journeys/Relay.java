package vn.tungnha.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The line between a phone and the application: it can be cut, and mended. */
final class Relay implements AutoCloseable {

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong received = new AtomicLong();
    private volatile ServerSocket listener;

    Relay(int target) {
        this.target = target;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
        accept(listener);
    }

    int port() {
        return port;
    }

    /** Bytes that came down the line, heads and all. */
    long received() {
        return received.get();
    }

    /** Nobody answers any more, and what was under way breaks off. */
    void cut() {
        close(listener);
        open.forEach(Relay::close);
        open.clear();
    }

    void mend() {
        listener = listen(port);
        accept(listener);
    }

    @Override
    public void close() {
        cut();
    }

    private static ServerSocket listen(int port) {
        try {
            return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void accept(ServerSocket from) {
        start(() -> {
            while (true) {
                Socket phone = from.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(phone);
                open.add(server);
                start(() -> pump(phone, server, new AtomicLong()));
                start(() -> pump(server, phone, received));
            }
        });
    }

    private void pump(Socket from, Socket to, AtomicLong count) throws IOException {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] some = new byte[8192];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                out.write(some, 0, read);
                count.addAndGet(read);
            }
        } finally {
            open.remove(from);
            close(from);
        }
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception gone) {
            // it is what was wanted
        }
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException cut) {
                // the line is down
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }
}
