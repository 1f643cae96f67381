package vn.tungnha.gateway.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.identity.CurrentUser;

/** Adds words, examples, errors and keys to what springdoc reads off the code. */
@Component
@RequiredArgsConstructor
class ApiDescription implements OpenApiCustomizer {

    private static final String BEARER = "token";
    private static final String KEY = "key";
    private static final String BASIC = "password";
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";

    private final JsonMapper json;
    private final OperationTexts texts = OperationTexts.read();

    /** The caller is known by the token, not told in the query. */
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentUser.class);
    }

    @Override
    public void customise(OpenAPI document) {
        document.setInfo(
                new Info().title(texts.title()).description(texts.description()).version("1"));
        Components components = document.getComponents() == null ? new Components() : document.getComponents();
        components
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSecuritySchemes(
                        KEY,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("X-Api-Key"))
                .addSecuritySchemes(
                        BASIC,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                .addSchemas(PROBLEM, problem());
        document.setComponents(components);
        document.getPaths().forEach((path, item) -> describe(path, item));
    }

    private void describe(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> {
            OperationTexts.Text text = texts.operations().get(method + " " + path);
            if (text != null) {
                boolean login = path.equals("/api/v1/tokens") && method == PathItem.HttpMethod.POST;
                describe(operation, text, login, method == PathItem.HttpMethod.GET);
            }
        });
    }

    private void describe(Operation operation, OperationTexts.Text text, boolean login, boolean reads) {
        operation
                .summary(text.summary())
                .description(text.description())
                .tags(List.of(text.tag()))
                .security(
                        login
                                ? List.of(new SecurityRequirement().addList(BASIC))
                                : List.of(
                                        new SecurityRequirement().addList(BEARER),
                                        new SecurityRequirement().addList(KEY)));
        if (operation.getParameters() != null) {
            for (Parameter parameter : operation.getParameters()) {
                parameter.setDescription(text.parameters()
                        .getOrDefault(parameter.getName(), texts.parameters().get(parameter.getName())));
            }
        }
        describeRequest(operation, text);
        operation.setResponses(answers(operation, text, reads));
    }

    private void describeRequest(Operation operation, OperationTexts.Text text) {
        String request = text.request();
        if (request != null) {
            Schema<?> schema = operation.getRequestBody() == null
                    ? new ObjectSchema()
                    : operation.getRequestBody().getContent().values().stream()
                            .findFirst()
                            .<Schema<?>>map(MediaType::getSchema)
                            .orElseGet(ObjectSchema::new);
            Schema<?> told =
                    schema.get$ref() == null && !(schema instanceof ObjectSchema) ? new ObjectSchema() : schema;
            operation.setRequestBody(new RequestBody()
                    .content(new Content()
                            .addMediaType(
                                    "application/json",
                                    new MediaType().schema(told).example(parsed(request)))));
        }
        if (text.mediaIn() != null) {
            Schema<?> file = new ObjectSchema()
                    .addProperty(
                            "file",
                            new StringSchema()
                                    .format("binary")
                                    .description(text.parameters().get("file")));
            operation.setRequestBody(new RequestBody()
                    .required(true)
                    .content(new Content().addMediaType(text.mediaIn(), new MediaType().schema(file))));
        }
    }

    private ApiResponses answers(Operation operation, OperationTexts.Text text, boolean reads) {
        ApiResponse good = operation.getResponses() == null
                ? new ApiResponse()
                : operation.getResponses().values().stream().findFirst().orElseGet(ApiResponse::new);
        Content told = good.getContent();
        good.description(text.summary());
        if (text.example() != null || !text.media().equals("application/json")) {
            boolean isJson = text.media().equals("application/json");
            Schema<?> schema = isJson && told != null && !told.isEmpty()
                    ? told.values().iterator().next().getSchema()
                    : new StringSchema();
            MediaType media = new MediaType().schema(schema);
            if (text.example() != null) {
                media.example(isJson ? parsed(text.example()) : text.example());
            }
            good.setContent(new Content().addMediaType(text.media(), media));
        } else {
            good.setContent(null);
        }
        ApiResponses answers = new ApiResponses().addApiResponse(text.status(), good);
        if (reads) {
            answers.addApiResponse("304", new ApiResponse().description("Chưa đổi từ lần đọc trước (If-None-Match)"));
        }
        TreeSet<Integer> errors = new TreeSet<>(text.errors());
        errors.addAll(List.of(401, 403, 429));
        errors.forEach(status -> answers.addApiResponse(String.valueOf(status), failure(status)));
        return answers;
    }

    private ApiResponse failure(int status) {
        HttpStatus known = HttpStatus.valueOf(status);
        Map<String, Object> example = Map.of("status", status, "title", words(known), "code", code(known));
        return new ApiResponse()
                .description(words(known))
                .content(new Content()
                        .addMediaType(
                                PROBLEM_JSON,
                                new MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))
                                        .example(example)));
    }

    private static String words(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "Tham số hoặc JSON chưa đúng";
            case UNAUTHORIZED -> "Chưa có mã truy cập, hoặc mã đã hết hạn";
            case FORBIDDEN -> "Mã không có quyền này, hoặc phải đổi mật khẩu tạm trước";
            case NOT_FOUND -> "Không có, hoặc ngoài phạm vi";
            case CONFLICT -> "Đã có bản khác";
            case CONTENT_TOO_LARGE -> "Tệp quá lớn";
            case TOO_MANY_REQUESTS -> "Gọi quá nhanh; chờ theo Retry-After";
            default -> "Trái quy tắc; errors cho biết trường nào";
        };
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "INVALID";
            case UNAUTHORIZED -> "UNAUTHORIZED";
            case FORBIDDEN -> "TOKEN_SCOPE";
            case NOT_FOUND -> "NOT_FOUND";
            case CONFLICT -> "CONFLICT";
            case CONTENT_TOO_LARGE -> "TOO_LARGE";
            case TOO_MANY_REQUESTS -> "TOO_MANY_REQUESTS";
            default -> "RULE_BROKEN";
        };
    }

    private static Schema<?> problem() {
        Schema<?> wrong = new ObjectSchema()
                .addProperty("field", new StringSchema().description("Trường sai"))
                .addProperty("message", new StringSchema().description("Lời giải thích"));
        return new ObjectSchema()
                .description("RFC 9457")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema().description("Lời giải thích, bằng ngôn ngữ của người gọi"))
                .addProperty("status", new IntegerSchema())
                .addProperty("code", new StringSchema().description("Mã lỗi cho máy"))
                .addProperty("errors", new ArraySchema().items(wrong));
    }

    private Object parsed(String text) {
        return json.readValue(text, Object.class);
    }
}
