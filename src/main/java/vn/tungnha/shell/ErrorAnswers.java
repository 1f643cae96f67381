package vn.tungnha.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.tungnha.identity.Anyone;

/** What no handler could answer: a page for people, problem+json for programs. */
@Anyone
@Component
@RequestMapping("/error")
class ErrorAnswers extends BasicErrorController {

    private final ApiProblems problems;

    ErrorAnswers(ErrorAttributes attributes, WebProperties web, List<ErrorViewResolver> views, ApiProblems problems) {
        super(attributes, web.getError(), views);
        this.problems = problems;
    }

    @Override
    @RequestMapping
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        HttpStatus status = getStatus(request);
        // what may not be done in the API looks like what does not exist
        HttpStatus told = status == HttpStatus.FORBIDDEN && isApi(request) ? HttpStatus.NOT_FOUND : status;
        ProblemDetail problem = problems.problem(told, ApiProblems.code(told), request);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", String.valueOf(problem.getTitle()));
        body.put("status", told.value());
        body.put("code", ApiProblems.code(told));
        return ResponseEntity.status(told)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static boolean isApi(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith(request.getContextPath() + "/api/");
    }
}
