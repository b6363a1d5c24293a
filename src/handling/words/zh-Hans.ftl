# 一张纸怎样打印、折叠和裁切，写给打印的人。纸张名称不译。

## 打印

both-sides =
    { $edge ->
        [short] { $paper }纸，双面打印，沿短边翻转，100%（不要选“适合页面”）。
       *[long] { $paper }纸，双面打印，沿长边翻转，100%（不要选“适合页面”）。
    }
one-side = { $paper }纸，单面打印，100%（不要选“适合页面”）。
sheets = 每份有{ $sheets }张，请保持顺序。

## 折叠和裁切

fold-half = 按记号对折一次，封面朝外。
fold-letter =
    { $first ->
        [left] 内页朝上：先把左侧向内折，再把右侧折在上面。
       *[right] 内页朝上：先把右侧向内折，再把左侧折在上面。
    }
fold-z = 按记号折成Z形，封面在最上面。
fold-gate = 内页朝上：把左右两侧向内折，在中间相接。
fold-zine = 折成八格后打开，沿虚线剪开，再纵向对折，把两端向中间推。
fold-booklet =
    { $sheets ->
        [1] 按记号对折一次，封面朝外。
       *[other] 把{ $sheets }张按顺序套在一起，按记号对折，在折线处用订书机装订。
    }
fold-two-up = 按记号从中间裁开：每张得两份。
fold-cards = 按记号裁开：每张得{ $copies }张卡。
fold-shoe-cards = 按记号裁成{ $copies }条，每条来回折叠，封面在最上面。
fold-tear-off = 只沿纸条之间的虚线剪开，让人用手撕下。

## 不在办公室打印的

shop = 交印刷厂：文件原样发送。
drums = 每种油墨一个文件：逐个换滚筒叠印。预览文件只供查看。
screen = 在屏幕上阅读：可以发送或放到网站上。不用于打印。
one-ink = 只有黑色和灰色：任何复印机都可以。

## 打印说明

sheet-title = 这份折页怎样打印
sheet-file = 打开这个文件：{ $file }
sheet-try = 先打印一份，应当和图片一样。
sheet-turn = 粗线标出纸张沿哪条边翻转。
sheet-folds = 虚线是折叠或裁切的位置，不会印出来。
sheet-copies = 要几份？______
sheet-front = 正面
sheet-back = 背面
sheet-draft = 这份译文是草稿，还没有人审阅。
sheet-draft-source = 这份折页的文字是草稿，还没有人审阅。
sheet-alt =
    { $side ->
        [front] 印好的纸张正面的缩小图。
       *[back] 印好的纸张背面的缩小图。
    }

## 审阅页

review-title = 译文审阅
review-how = 请一行一行从一边读到另一边。译文没有问题，就在方格里签上姓名缩写；有问题，就把更好的说法写在虚线上。
review-leaflet = 折页：{ $name }
review-messages = 文字：{ $count }段
review-drafts = 草稿：{ $count }
review-outdated-count = 待更新：{ $count }
review-missing-count = 未翻译：{ $count }
review-text = 文字
review-source = 原文
review-translation = 译文
review-initials = 签名
review-section =
    { $part ->
        [cover] 封面
        [aside] 正文旁
        [back] 封底
        [contact] 联系方式
       *[body] 正文
    }
review-margin = 页边
review-draft = 草稿
review-approved = { $name }审阅通过
review-until = 有效至{ $month }
review-expired = 审阅已过期
review-changed = 审阅通过后改过
review-outdated = 此后原文有改动
review-missing = 还没有翻译
review-broken = 有错误，照文件原样显示
review-unread = 无法从文件中读出
review-no-case = 这种语言没有这种情况
review-case = 情况 { $case }
review-new = 下划线：原文中新加的
review-gone = 删除线：原文中已去掉的
review-value = 下加点：由程序填入，例如电话号码
