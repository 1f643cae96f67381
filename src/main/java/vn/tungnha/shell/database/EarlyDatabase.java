package vn.tungnha.shell.database;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import vn.tungnha.shared.TungNhaProperties;

/** Starts the embedded PostgreSQL while Spring still reads its configuration: both take seconds and need each other late. */
public class EarlyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!EmbeddedDatabaseAutoConfiguration.isWanted(context.getEnvironment())) {
            return;
        }
        var starting = new Starting(context.getEnvironment());
        context.getBeanFactory().registerSingleton("startingPostgres", starting);
        ApplicationListener<ApplicationFailedEvent> failed = event -> starting.abandon();
        context.addApplicationListener(failed);
    }

    /** A server on its way; it belongs to the first who takes it. */
    static class Starting {

        private final FutureTask<EmbeddedPostgres> server;
        private boolean taken;

        Starting(Environment environment) {
            server = new FutureTask<>(() -> {
                var settings = Binder.get(environment).bindOrCreate("tungnha", TungNhaProperties.class);
                return EmbeddedPostgres.start(settings.dataDir(), settings.database());
            });
            // a thread of its own inherits the class loader that knows the driver, one of the common pool does not
            new Thread(server, "postgres-start").start();
        }

        synchronized EmbeddedPostgres take() {
            taken = true;
            return await();
        }

        /** The application failed before it wanted its database. */
        synchronized void abandon() {
            if (taken) {
                return;
            }
            try {
                take().close();
            } catch (DatabaseFailed | DataFolderInUse nothingToStop) {
                // whatever made the application fail is reported already
            }
        }

        private EmbeddedPostgres await() {
            try {
                return server.get();
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof RuntimeException said) {
                    throw said;
                }
                throw new IllegalStateException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
