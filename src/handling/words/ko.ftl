# 인쇄하는 사람에게, 한 장을 어떻게 인쇄하고 접고 자르는지. 용지 이름은 그대로 둔다.

## 인쇄

both-sides =
    { $edge ->
        [short] { $paper } 용지, 양면, 짧은 쪽으로 넘김, 100%(“페이지에 맞춤” 사용 안 함).
       *[long] { $paper } 용지, 양면, 긴 쪽으로 넘김, 100%(“페이지에 맞춤” 사용 안 함).
    }
one-side = { $paper } 용지, 단면, 100%(“페이지에 맞춤” 사용 안 함).
sheets = 한 부는 { $sheets }장입니다. 순서를 지켜 주십시오.

## 접기와 자르기

fold-half = 표지가 바깥으로 오게, 표시를 따라 한 번 접습니다.
fold-letter =
    { $first ->
        [left] 안쪽이 위로 오게 놓고, 왼쪽 칸을 먼저 접은 뒤 그 위로 오른쪽 칸을 접습니다.
       *[right] 안쪽이 위로 오게 놓고, 오른쪽 칸을 먼저 접은 뒤 그 위로 왼쪽 칸을 접습니다.
    }
fold-z = 표지가 맨 위로 오게, 표시를 따라 Z 모양으로 접습니다.
fold-gate = 안쪽이 위로 오게 놓고, 양쪽 바깥 칸을 안으로 접어 가운데에서 만나게 합니다.
fold-zine = 여덟 칸으로 접었다 펴고, 점선을 따라 자르고, 길게 접은 뒤 양 끝을 안으로 밉니다.
fold-booklet =
    { $sheets ->
        [1] 표지가 바깥으로 오게, 표시를 따라 한 번 접습니다.
       *[other] { $sheets }장을 순서대로 겹쳐 끼우고, 표시를 따라 접고, 접은 선을 스테이플러로 찍습니다.
    }
fold-two-up = 표시를 따라 반으로 자릅니다. 한 장에서 두 부가 나옵니다.
fold-cards = 표시를 따라 자릅니다. 한 장에서 카드 { $copies }장이 나옵니다.
fold-shoe-cards = 표시를 따라 띠 { $copies }개로 자르고, 하나씩 표지가 맨 위로 오게 지그재그로 접습니다.
fold-tear-off = 띠 사이의 점선만 자릅니다. 띠는 손으로 뜯어 갑니다.

## 사무실에서 인쇄하지 않는 것

shop = 인쇄소용: 파일을 그대로 보내 주십시오.
drums = 잉크마다 파일이 하나씩 있습니다. 드럼을 바꿔 가며 겹쳐 인쇄해 주십시오. 미리보기는 확인용입니다.
screen = 화면에서 읽는 용도: 보내거나 웹사이트에 올려 주십시오. 인쇄용이 아닙니다.
one-ink = 검정과 회색: 어떤 복사기로도 됩니다.

## 인쇄 안내문

sheet-title = 이 전단지를 인쇄하는 방법
sheet-file = 이 파일을 여십시오: { $file }
sheet-try = 먼저 한 부만 인쇄해 주십시오. 그림과 같아야 합니다.
sheet-turn = 굵은 막대는 종이를 넘기는 쪽을 나타냅니다.
sheet-folds = 점선은 접거나 자르는 곳입니다. 인쇄되지는 않습니다.
sheet-copies = 몇 부? ______
sheet-front = 앞면
sheet-back = 뒷면
sheet-draft = 이 번역은 아직 아무도 검토하지 않은 초안입니다.
sheet-draft-source = 이 전단지의 글은 아직 아무도 검토하지 않은 초안입니다.
sheet-alt =
    { $side ->
        [front] 인쇄한 종이의 앞면을 작게 나타낸 그림.
       *[back] 인쇄한 종이의 뒷면을 작게 나타낸 그림.
    }

## 검토지

review-title = 번역 검토
review-how = 한 줄씩 옆으로 읽어 주십시오. 번역이 맞으면 칸에 이름 머리글자를 써 주십시오. 맞지 않으면 점선 위에 더 나은 말을 써 주십시오.
review-leaflet = 전단지: { $name }
review-messages = 글: { $count }
review-drafts = 초안: { $count }
review-outdated-count = 원문 바뀜: { $count }
review-missing-count = 번역 안 됨: { $count }
review-text = 글
review-source = 원문
review-translation = 번역
review-initials = 확인
review-section =
    { $part ->
        [cover] 표지
        [aside] 본문 옆
        [back] 뒷면
        [contact] 연락처
       *[body] 본문
    }
review-margin = 쪽 여백
review-draft = 초안
review-approved = { $name } 승인
review-until = { $month }까지
review-expired = 승인 기한이 지남
review-changed = 승인한 뒤 바뀜
review-outdated = 그 뒤 원문이 바뀜
review-missing = 아직 번역 안 됨
review-broken = 잘못된 곳이 있어 파일에 있는 그대로 보임
review-unread = 파일에서 읽을 수 없음
review-no-case = 이 언어에는 없는 경우
review-case = { $case }인 경우
review-new = 밑줄: 원문에 새로 들어간 말
review-gone = 취소선: 원문에서 빠진 말
review-value = 아래 점: 전화번호처럼 프로그램이 넣는 것
