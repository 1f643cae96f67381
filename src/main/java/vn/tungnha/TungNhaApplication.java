package vn.tungnha;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import vn.tungnha.shell.CommandLine;
import vn.tungnha.shell.database.EarlyDatabase;

/** Từng Nhà: the portal of Vietnam's community digital-technology teams. */
@SpringBootApplication
@Modulithic(systemName = "Từng Nhà", sharedModules = "shared")
public class TungNhaApplication {

    public static void main(String[] args) {
        var application = new SpringApplication(TungNhaApplication.class);
        if (CommandLine.namesACommand(args)) {
            System.exit(new CommandLine(application).run(args));
        }
        application.addInitializers(new EarlyDatabase());
        application.run(args);
    }
}
