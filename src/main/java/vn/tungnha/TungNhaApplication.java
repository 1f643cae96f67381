package vn.tungnha;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class TungNhaApplication {

    public static void main(String[] args) {
        SpringApplication.run(TungNhaApplication.class, args);
    }
}
