package vn.tungnha;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

@SpringBootApplication
@Modulithic(systemName = "Từng Nhà", sharedModules = "shared")
public class TungNhaApplication {

    public static void main(String[] args) {
        SpringApplication.run(TungNhaApplication.class, args);
    }
}
