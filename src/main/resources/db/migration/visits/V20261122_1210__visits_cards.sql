-- Short picture cards to hand over on the phone. An administrator adds and edits them; pictures come with the program.
create table card (
    code      text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
    title_vi  text    not null,
    title_en  text    not null,
    lead_vi   text    not null,
    lead_en   text    not null,
    enabled   boolean not null default true,
    position  int     not null,
    version   int     not null default 0
);
comment on column card.lead_vi is 'one sentence under the title, for whom the card is';

create table card_step (
    card      text not null references card,
    position  int  not null,
    picture   text not null,
    text_vi   text not null,
    text_en   text not null,
    primary key (card, position)
);
comment on column card_step.picture is 'name of a drawing in static/img/cards';

-- Which reasons a card helps with: chosen on the visit form, it is offered.
create table card_reason (
    card            text not null references card,
    failure_reason  text not null references failure_reason,
    primary key (card, failure_reason)
);
create index card_reason_failure_reason on card_reason (failure_reason);

-- A few reasons are one tap away, the others stand under "more".
alter table failure_reason add column on_form boolean not null default false;
update failure_reason set on_form = true
where code in ('NO_PHONE', 'SIM_NOT_OWN_NAME', 'OLD_DEVICE', 'FACE_SCAN', 'OTP_OLD_NUMBER', 'REFUSED', 'ABSENT');

insert into card (code, title_vi, title_en, lead_vi, lead_en, position) values
    ('vneid-level-2', 'Kích hoạt VNeID mức 2', 'Activate VNeID level 2',
     'Dành cho người đã làm mức 2 ở công an nhưng chưa kích hoạt. Chưa làm thì bắt đầu từ bước 1.',
     'For people registered for level 2 with the police but not yet active. Not registered: begin with step 1.', 1),
    ('forgot-passcode', 'Quên passcode VNeID', 'Forgotten VNeID passcode',
     'Passcode là 6 chữ số. Tự đặt lại được trên máy của mình.',
     'The passcode has 6 digits. You can set a new one on your own phone.', 2),
    ('face-scan', 'Quét khuôn mặt không được', 'Face scan does not work',
     'Làm lần lượt, sau mỗi bước thử quét lại.',
     'Go step by step and try again after each.', 3),
    ('phone-number', 'SIM không chính chủ, mã OTP về số cũ', 'SIM in another name, code sent to an old number',
     'Số điện thoại phải đứng tên mình và đang dùng thì mới nhận được mã.',
     'Codes arrive only on a number in your own name that is in use.', 4),
    ('scam-warning', 'Cảnh giác cuộc gọi lừa đảo', 'Beware of scam calls',
     'Công an, ngân hàng không gọi điện xin mã, xin mật khẩu.',
     'Neither the police nor a bank ever asks for codes or passwords by telephone.', 5),
    ('qr-payment', 'Trả tiền bằng mã QR an toàn', 'Pay safely by QR code',
     'Nhìn kỹ tên và số tiền trước khi bấm chuyển.',
     'Look at the name and the amount before you send.', 6);

insert into card_step (card, position, picture, text_vi, text_en) values
    ('vneid-level-2', 1, 'go-to-police',
     'Chưa làm mức 2: mang thẻ căn cước gắn chip đến công an phường, xã. Việc này không làm qua điện thoại được.',
     'Not registered yet: bring your chip ID card to the ward or commune police. It cannot be done by phone.'),
    ('vneid-level-2', 2, 'install',
     'Khi công an báo đã duyệt, tải ứng dụng VNeID từ CH Play hoặc App Store. Không tải từ đường link lạ.',
     'When the police say it is approved, get the VNeID app from Google Play or the App Store. Never from a link somebody sent.'),
    ('vneid-level-2', 3, 'activate',
     'Mở VNeID, chọn kích hoạt. Tự nhập số định danh và số điện thoại đã đăng ký.',
     'Open VNeID and choose to activate. Enter your own personal number and registered phone number.'),
    ('vneid-level-2', 4, 'otp',
     'Nhập mã OTP vừa gửi về máy mình. Không đọc mã cho ai.',
     'Enter the OTP code sent to your phone. Do not read it to anybody.'),
    ('vneid-level-2', 5, 'passcode',
     'Đặt mật khẩu và passcode 6 chữ số. Tự đặt, tự nhớ, không nói cho ai.',
     'Set a password and a passcode of 6 digits. Choose and keep them yourself; tell nobody.'),
    ('vneid-level-2', 6, 'sign-in',
     'Đăng nhập thử một lần. Vào được là xong.',
     'Sign in once. When it opens, you are done.'),
    ('forgot-passcode', 1, 'forgot',
     'Mở VNeID. Ở chỗ nhập passcode, chọn “Quên passcode”.',
     'Open VNeID. Where it asks for the passcode choose “Forgot passcode”.'),
    ('forgot-passcode', 2, 'prove',
     'Làm theo lời nhắc để chứng minh là mình. Máy có thể hỏi câu hỏi bảo mật, quét khuôn mặt hoặc đọc thẻ căn cước.',
     'Follow the prompts to prove who you are. It may ask your security question, scan your face or read your ID card.'),
    ('forgot-passcode', 3, 'new-passcode',
     'Đặt passcode mới, 6 chữ số. Đừng dùng ngày sinh hay dãy 123456.',
     'Set a new passcode of 6 digits. Not your birthday, not 123456.'),
    ('forgot-passcode', 4, 'keep-secret',
     'Không nói passcode cho ai, kể cả người của tổ hay người xưng là công an.',
     'Tell nobody the passcode, not even the team or somebody who says they are the police.'),
    ('forgot-passcode', 5, 'go-to-police',
     'Vẫn không được: mang thẻ căn cước đến công an phường, xã nhờ giúp.',
     'Still stuck: bring your ID card to the ward or commune police.'),
    ('face-scan', 1, 'clean-camera', 'Lau sạch camera trước bằng khăn mềm.', 'Wipe the front camera with a soft cloth.'),
    ('face-scan', 2, 'bright-place',
     'Ra chỗ sáng, ánh sáng chiếu vào mặt. Không đứng ngược sáng.',
     'Go where it is bright, with the light on your face, not behind you.'),
    ('face-scan', 3, 'uncover-face', 'Bỏ kính, khẩu trang, mũ. Vén tóc khỏi mặt.', 'Take off glasses, mask and hat. Hair off the face.'),
    ('face-scan', 4, 'hold-level',
     'Cầm máy thẳng, ngang mắt. Giữ yên, chỉ cử động khi máy nhắc.',
     'Hold the phone upright at eye level. Keep still; move only when it says so.'),
    ('face-scan', 5, 'go-to-police',
     'Thử vài lần vẫn không được: mang thẻ căn cước đến công an phường, xã nhờ giúp.',
     'Several tries and no luck: bring your ID card to the ward or commune police.'),
    ('phone-number', 1, 'sim',
     'Mang thẻ căn cước và SIM đến cửa hàng của nhà mạng để đăng ký SIM đứng tên mình.',
     'Bring your ID card and the SIM to your operator''s shop and register it in your own name.'),
    ('phone-number', 2, 'go-to-police',
     'Số trong VNeID là số cũ: mang thẻ căn cước đến công an phường, xã để đổi số.',
     'VNeID still has the old number: bring your ID card to the ward or commune police to change it.'),
    ('phone-number', 3, 'otp',
     'Nhận mã OTP trên số mới. Tự nhập, không đọc mã cho ai.',
     'The OTP code now comes to the new number. Enter it yourself; do not read it to anybody.'),
    ('scam-warning', 1, 'scam-call',
     'Công an không gọi điện yêu cầu cài ứng dụng, đọc mã OTP hay chuyển tiền. Ai gọi như vậy là lừa đảo.',
     'The police never telephone to have you install an app, read out an OTP code or send money. Whoever does is a scammer.'),
    ('scam-warning', 2, 'hang-up', 'Gác máy ngay. Không cần giải thích.', 'Hang up at once. You owe no explanation.'),
    ('scam-warning', 3, 'no-link',
     'Không bấm đường link lạ. Không cài ứng dụng ngoài CH Play, App Store.',
     'Do not tap unknown links. Install apps only from Google Play or the App Store.'),
    ('scam-warning', 4, 'keep-secret',
     'Không đọc mã OTP, mật khẩu, passcode cho bất cứ ai.',
     'Never tell anybody an OTP code, a password or a passcode.'),
    ('scam-warning', 5, 'ask-people',
     'Hỏi người nhà, tổ công nghệ số, hoặc tự đến công an phường, xã để hỏi lại.',
     'Ask your family or the digital team, or go to the ward or commune police yourself.'),
    ('scam-warning', 6, 'call-bank',
     'Lỡ chuyển tiền: gọi ngay ngân hàng theo số in sau thẻ, rồi báo công an.',
     'Money already sent: call your bank at once on the number printed on your card, then tell the police.'),
    ('qr-payment', 1, 'scan-qr',
     'Mở ứng dụng ngân hàng của mình, chọn quét QR, đưa máy vào mã ở quầy.',
     'Open your own banking app, choose to scan a QR code, point it at the code on the counter.'),
    ('qr-payment', 2, 'check-name',
     'Đọc tên người nhận. Không đúng tên cửa hàng thì dừng lại, hỏi chủ quán.',
     'Read the name of the receiver. Not the shop''s? Stop and ask.'),
    ('qr-payment', 3, 'check-amount', 'Kiểm tra số tiền, đếm kỹ số 0, rồi mới bấm chuyển.', 'Check the amount, count the zeros, then send.'),
    ('qr-payment', 4, 'no-link',
     'Không quét mã QR người lạ gửi qua tin nhắn. Nhận tiền thì không cần quét mã, không cần mã OTP.',
     'Do not scan QR codes strangers send you. To receive money you need neither scan a code nor enter an OTP.'),
    ('qr-payment', 5, 'own-app',
     'Người bán: chỉ tin thông báo trong ứng dụng ngân hàng của mình, không tin ảnh chụp màn hình.',
     'Sellers: trust the notice in your own banking app, never a picture of a screen.');

insert into card_reason (card, failure_reason) values
    ('vneid-level-2', 'NO_CHIP_CARD'),
    ('forgot-passcode', 'FORGOT_PASSCODE'),
    ('face-scan', 'FACE_SCAN'),
    ('phone-number', 'SIM_NOT_OWN_NAME'),
    ('phone-number', 'OTP_OLD_NUMBER');
