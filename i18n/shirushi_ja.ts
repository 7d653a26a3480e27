<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>shirushi::approvals::ApprovalsPage</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n files taken in</source>
        <translation>
            <numerusform>%n件のファイルを読み込みました</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose requests and decisions</source>
        <translation>申請・承認のファイルを選ぶ</translation>
    </message>
    <message>
        <source>The requests cannot be read</source>
        <translation>申請を読めません</translation>
    </message>
</context>
<context>
    <name>shirushi::approvals::AskPage</name>
    <message>
        <source>Ask for it(&amp;S)</source>
        <translation>申請する(&amp;S)</translation>
    </message>
    <message>
        <source>Back to the requests(&amp;B)</source>
        <translation>申請の一覧に戻る(&amp;B)</translation>
    </message>
    <message>
        <source>By which way</source>
        <translation>どの方法で</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>最初の日</translation>
    </message>
    <message>
        <source>It has a first and a last day</source>
        <translation>始まりと終わりの日がある</translation>
    </message>
    <message>
        <source>It was not asked for</source>
        <translation>申請できませんでした</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最後の日</translation>
    </message>
    <message>
        <source>Make a request</source>
        <translation>申請する</translation>
    </message>
    <message>
        <source>Nothing is signed or recorded before you press the button below.</source>
        <translation>下のボタンを押すまで、署名も記録もしません。</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>選んでください</translation>
    </message>
    <message>
        <source>Please say what it is for.</source>
        <translation>何のためかを書いてください。</translation>
    </message>
    <message>
        <source>Something is to be done first: see “Who decides”.</source>
        <translation>先にすることがあります。「決める人」のところを見てください。</translation>
    </message>
    <message>
        <source>The label is taken away: no class is shown any more</source>
        <translation>分類の表示を外す（どの分類も表示しない）</translation>
    </message>
    <message>
        <source>Tick what is so</source>
        <translation>当てはまるものに印を付けてください</translation>
    </message>
    <message>
        <source>To which class: %1</source>
        <translation>下げた後の分類：%1</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>だれに</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>何のために</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>何をするか</translation>
    </message>
</context>
<context>
    <name>shirushi::approvals::AskedFileModel</name>
    <message>
        <source>Class</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Classify it</source>
        <translation>先に分類してください</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>What to do first</source>
        <translation>先にすること</translation>
    </message>
</context>
<context>
    <name>shirushi::approvals::AskedFiles</name>
    <message numerus="yes">
        <source>%n files have no class that counts here</source>
        <translation>
            <numerusform>%n件に、ここで使える分類がありません</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>ファイルを選ぶ</translation>
    </message>
    <message>
        <source>Choose files(&amp;O)</source>
        <translation>ファイルを選ぶ(&amp;O)</translation>
    </message>
    <message>
        <source>Classify them first(&amp;L)</source>
        <translation>先に分類する(&amp;L)</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>No file is chosen. Files can also be dropped here.</source>
        <translation>まだ選んでいません。ここにファイルを置くこともできます。</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>ファイルを読んでいます</translation>
    </message>
    <message>
        <source>Reading: %1</source>
        <translation>読んでいます：%1</translation>
    </message>
    <message>
        <source>Stop(&amp;T)</source>
        <translation>中止(&amp;T)</translation>
    </message>
    <message>
        <source>Take the chosen one away(&amp;R)</source>
        <translation>選んだものを外す(&amp;R)</translation>
    </message>
    <message>
        <source>What the rules say depends on the class. Classify them, and come back to this page.</source>
        <translation>規程の答えは、分類によって決まります。先に分類してから、この画面に戻ってください。</translation>
    </message>
</context>
<context>
    <name>shirushi::approvals::DecisionForm</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Comment (may be left empty)</source>
        <translation>意見（なくてもかまいません）</translation>
    </message>
    <message>
        <source>Do not give it: %1(&amp;N)</source>
        <translation>%1しない(&amp;N)</translation>
    </message>
    <message>
        <source>Give it: %1(&amp;Y)</source>
        <translation>%1する(&amp;Y)</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>有効な期限</translation>
    </message>
    <message>
        <source>Password of who approves</source>
        <translation>決める人のパスワード</translation>
    </message>
    <message>
        <source>Please enter the password.</source>
        <translation>パスワードを入れてください。</translation>
    </message>
    <message>
        <source>Please give the reason.</source>
        <translation>理由を入れてください。</translation>
    </message>
    <message>
        <source>Who approves</source>
        <translation>決める人</translation>
    </message>
    <message>
        <source>Why you decide about your own request</source>
        <translation>自分の申請を自分で決める理由</translation>
    </message>
</context>
<context>
    <name>shirushi::approvals::DesignationPage</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n classes confirmed</source>
        <translation>
            <numerusform>%n件の分類を確定しました</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the requests(&amp;B)</source>
        <translation>申請の一覧に戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Confirm all(&amp;A)</source>
        <translation>すべて確定する(&amp;A)</translation>
    </message>
    <message>
        <source>Confirm the chosen ones(&amp;S)</source>
        <translation>選んだものを確定する(&amp;S)</translation>
    </message>
    <message>
        <source>Proposed classes</source>
        <translation>分類の案</translation>
    </message>
    <message>
        <source>Proposed classes that wait for: %1</source>
        <translation>「%1」を待つ分類の案</translation>
    </message>
    <message>
        <source>The class was proposed when the file was classified. Confirming it renews the file's label; both names stay in the record.</source>
        <translation>ファイルを分類した人の案です。確定するとファイルの表示が新しくなり、両方の氏名が記録に残ります。</translation>
    </message>
    <message>
        <source>The labels are being renewed</source>
        <translation>表示を新しくしています</translation>
    </message>
</context>
<context>
    <name>shirushi::approvals::PaperForm</name>
    <message>
        <source>Choose the scan …</source>
        <translation>読み取ったファイルを選ぶ…</translation>
    </message>
    <message>
        <source>Day of the decision</source>
        <translation>決裁の日</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Number of the document</source>
        <translation>文書番号</translation>
    </message>
    <message>
        <source>Please say who decided, and the number of the document.</source>
        <translation>決裁した人と文書番号を入れてください。</translation>
    </message>
    <message>
        <source>Record the decision on paper(&amp;K)</source>
        <translation>紙の決裁を記録する(&amp;K)</translation>
    </message>
    <message>
        <source>Scan of the document, if wished (10 MB at most; it is kept encrypted in the ledger)</source>
        <translation>決裁文書を読み取ったファイル（なくてもかまいません。10MBまで。暗号化して台帳に保管します）</translation>
    </message>
    <message>
        <source>Scans (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;All files (*)</source>
        <translation>読み取ったファイル (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>The scan of the decision</source>
        <translation>決裁文書を読み取ったファイル</translation>
    </message>
    <message>
        <source>Who decided on paper</source>
        <translation>決裁した人</translation>
    </message>
    <message>
        <source>Without the scan</source>
        <translation>付けない</translation>
    </message>
</context>
<context>
    <name>shirushi::approvals::ProposalModel</name>
    <message>
        <source>File</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>案を出した人</translation>
    </message>
    <message>
        <source>Proposed class</source>
        <translation>案の分類</translation>
    </message>
</context>
<context>
    <name>shirushi::approvals::ProspectCard</name>
    <message>
        <source>%1 by %2</source>
        <translation>%2の%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Before it can be asked for</source>
        <translation>申請する前に</translation>
    </message>
    <message>
        <source>Done first, reported afterwards</source>
        <translation>先に行い、後で報告します</translation>
    </message>
    <message>
        <source>To be told: %1</source>
        <translation>報告先：%1</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>決める人</translation>
    </message>
</context>
<context>
    <name>shirushi::approvals::QueueModel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>申請した人</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>申請の内容</translation>
    </message>
</context>
<context>
    <name>shirushi::approvals::QueuePage</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n classes wait for: %1</source>
        <translation>
            <numerusform>%n件の分類が「%1」を待っています</numerusform>
        </translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Asked by me</source>
        <translation>わたしの申請</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>決まったもの</translation>
    </message>
    <message>
        <source>Make a request(&amp;N)</source>
        <translation>申請する(&amp;N)</translation>
    </message>
    <message>
        <source>Open the request(&amp;O)</source>
        <translation>申請を開く(&amp;O)</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>申請の一覧</translation>
    </message>
    <message>
        <source>Requests that wait for somebody's approval, and what was decided.</source>
        <translation>承認を待つ申請と、決まったものです。</translation>
    </message>
    <message>
        <source>See the classes(&amp;D)</source>
        <translation>分類の案を見る(&amp;D)</translation>
    </message>
    <message>
        <source>Take in a file(&amp;I)</source>
        <translation>申請・承認のファイルを読み込む(&amp;I)</translation>
    </message>
    <message>
        <source>There is no request here.</source>
        <translation>申請はありません。</translation>
    </message>
    <message>
        <source>Until then the files are handled by the class that was proposed.</source>
        <translation>それまでは、案の分類で取り扱います。</translation>
    </message>
    <message>
        <source>Waiting for me</source>
        <translation>わたしの承認待ち</translation>
    </message>
</context>
<context>
    <name>shirushi::approvals::RequestCard</name>
    <message>
        <source>%1 by %2</source>
        <translation>%2の%1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1から%2まで</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1　%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n件のファイル</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked by %1 on %2</source>
        <translation>申請：%1　%2</translation>
    </message>
    <message>
        <source>Asked for and approved by one person</source>
        <translation>申請した人が自ら承認（兼務）</translation>
    </message>
    <message>
        <source>By a decision on paper</source>
        <translation>紙の決裁による</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>済んでいます</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>有効な期限</translation>
    </message>
    <message>
        <source>In place of %1</source>
        <translation>%1の代決</translation>
    </message>
    <message>
        <source>Still to be given</source>
        <translation>まだです</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirushi::approvals::RequestPage</name>
    <message numerus="yes">
        <source>%n files written</source>
        <translation>
            <numerusform>%n件のファイルを書き出しました</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the requests(&amp;B)</source>
        <translation>申請の一覧に戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Countersign(&amp;C)</source>
        <translation>確かめたと記録する(&amp;C)</translation>
    </message>
    <message>
        <source>Countersigned</source>
        <translation>確かめたことを記録しました</translation>
    </message>
    <message>
        <source>Given: %1</source>
        <translation>%1しました</translation>
    </message>
    <message>
        <source>It is asked for, and signed by you</source>
        <translation>署名して申請しました</translation>
    </message>
    <message>
        <source>It is not needed any more</source>
        <translation>この申請が要らなくなったとき</translation>
    </message>
    <message>
        <source>It is shown as a decision on paper everywhere, and never as a signed approval.</source>
        <translation>どの画面でも「紙の決裁による」と示し、電子署名の付いた承認とは区別します。</translation>
    </message>
    <message>
        <source>It lies in the shared folder, where who decides finds it.</source>
        <translation>共有フォルダーに入れました。決める人の「承認」に届きます。</translation>
    </message>
    <message>
        <source>It was decided on paper</source>
        <translation>紙の決裁で決まったとき</translation>
    </message>
    <message>
        <source>Not given: %1</source>
        <translation>%1しませんでした</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>メモ（%1）</translation>
    </message>
    <message>
        <source>One person asked for this and approved it: have you looked into it?</source>
        <translation>申請した人が自ら承認しています。内容を確かめましたか</translation>
    </message>
    <message>
        <source>Record the report(&amp;R)</source>
        <translation>報告したと記録する(&amp;R)</translation>
    </message>
    <message>
        <source>Somebody who may approve is here</source>
        <translation>決める人が、いま隣にいるとき</translation>
    </message>
    <message>
        <source>Take the document out …</source>
        <translation>決裁文書を取り出す…</translation>
    </message>
    <message>
        <source>The decision on paper is recorded</source>
        <translation>紙の決裁を記録しました</translation>
    </message>
    <message>
        <source>The exception is still to be reported</source>
        <translation>例外措置の報告がまだです</translation>
    </message>
    <message>
        <source>The report is recorded</source>
        <translation>報告を記録しました</translation>
    </message>
    <message>
        <source>The scan is written</source>
        <translation>決裁文書を取り出しました</translation>
    </message>
    <message>
        <source>The scan of the decision on paper is kept in the ledger</source>
        <translation>紙の決裁文書を台帳に保管しています</translation>
    </message>
    <message>
        <source>They sign in for this one decision and leave; you stay signed in.</source>
        <translation>決める人が、この一件のためだけにサインインします。あなたのサインインはそのままです。</translation>
    </message>
    <message>
        <source>This request does not count</source>
        <translation>この申請は効力がありません</translation>
    </message>
    <message>
        <source>Where to put the request and its decisions</source>
        <translation>申請と承認の保存先</translation>
    </message>
    <message>
        <source>Where to put the scan of the decision</source>
        <translation>決裁文書の置き場所</translation>
    </message>
    <message>
        <source>Who decides on this computer finds it in their list. For another computer write it as a file and hand that over.</source>
        <translation>このパソコンを使う人の「承認」には、もう届いています。ほかのパソコンの人には、ファイルに書き出して渡してください。</translation>
    </message>
    <message>
        <source>Withdraw the request(&amp;W)</source>
        <translation>申請を取り下げる(&amp;W)</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>申請を取り下げました</translation>
    </message>
    <message>
        <source>Write as files(&amp;E)</source>
        <translation>ファイルに書き出す(&amp;E)</translation>
    </message>
    <message>
        <source>Write the request's file</source>
        <translation>申請ファイルを書き出す</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>あなたが決めます</translation>
    </message>
    <message>
        <source>approval</source>
        <translation>承認</translation>
    </message>
</context>
<context>
    <name>shirushi::base</name>
    <message>
        <source>A JSON object was expected.</source>
        <translation>JSONのオブジェクトではありません。</translation>
    </message>
    <message>
        <source>Another program is using the file.</source>
        <translation>ほかのプログラムがこのファイルを使っています。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>ファイルは元のままです。</translation>
    </message>
    <message>
        <source>The path or file name is too long.</source>
        <translation>ファイル名か場所の名前が長すぎます。</translation>
    </message>
    <message>
        <source>The system refused: %1.</source>
        <translation>システムが受け付けませんでした（%1）。</translation>
    </message>
    <message>
        <source>There is no permission for this place.</source>
        <translation>この場所に書き込む権限がありません。</translation>
    </message>
    <message>
        <source>There is no space left on the disk.</source>
        <translation>ディスクの空きがありません。</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>ファイルまたはフォルダーがありません。</translation>
    </message>
    <message>
        <source>This JSON holds half a character.</source>
        <translation>このJSONには、途中で切れた文字があります。</translation>
    </message>
    <message>
        <source>This is not JSON: %1, at byte %2.</source>
        <translation>JSONとして読めません（%1、%2バイト目）。</translation>
    </message>
</context>
<context>
    <name>shirushi::classify</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>わからない</translation>
    </message>
    <message>
        <source>Taken over from the source</source>
        <translation>入手元から引き継ぎ</translation>
    </message>
    <message>
        <source>Taking the label away just before was undone.</source>
        <translation>直前に分類の表示を外したのを元に戻しました。</translation>
    </message>
    <message>
        <source>The labelling just before was undone.</source>
        <translation>直前の表示を元に戻した。</translation>
    </message>
</context>
<context>
    <name>shirushi::classify::ClassifyPage</name>
    <message>
        <source>Stopped. The file is as it was.</source>
        <translation>中止しました。ファイルは元のままです。</translation>
    </message>
    <message>
        <source>There is no file in it that could be classified.</source>
        <translation>分類できるファイルがありません。</translation>
    </message>
</context>
<context>
    <name>shirushi::classify::ConfirmPage</name>
    <message>
        <source>%1 is asked</source>
        <translation>%1に尋ねます</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n件のファイル</numerusform>
        </translation>
    </message>
    <message>
        <source>A restriction of your own</source>
        <translation>ほかの取扱制限</translation>
    </message>
    <message>
        <source>Add a restriction of your own (for example: do not forward)</source>
        <translation>ほかの制限を足す（例：転送禁止）</translation>
    </message>
    <message>
        <source>Add(&amp;A)</source>
        <translation>足す(&amp;A)</translation>
    </message>
    <message>
        <source>After that day, lowering the class is proposed. It is never lowered by itself.</source>
        <translation>その日を過ぎると、分類を下げるかどうかを尋ねます。自動で下がることはありません。</translation>
    </message>
    <message>
        <source>Always. Programs and later readers find it there.</source>
        <translation>いつも入ります。ほかのソフトや、後で読む人が見付けられます。</translation>
    </message>
    <message>
        <source>Another class(&amp;D)</source>
        <translation>別の分類にする(&amp;D)</translation>
    </message>
    <message>
        <source>At the top of each page</source>
        <translation>各ページの上</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Change the name all the same</source>
        <translation>それでも名前を変える</translation>
    </message>
    <message>
        <source>Date of publication</source>
        <translation>公表予定日</translation>
    </message>
    <message>
        <source>Handling restrictions</source>
        <translation>取扱制限</translation>
    </message>
    <message>
        <source>In the file's name</source>
        <translation>ファイルの名前</translation>
    </message>
    <message>
        <source>In the file's properties</source>
        <translation>ファイルのプロパティ</translation>
    </message>
    <message>
        <source>Is this class right?</source>
        <translation>この分類でよいですか</translation>
    </message>
    <message>
        <source>It shows %1 now.</source>
        <translation>いまの表示は %1 です。</translation>
    </message>
    <message>
        <source>MMMM d, yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>Network domain</source>
        <translation>ネットワークの領域</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>定めない</translation>
    </message>
    <message>
        <source>Others may have links and shortcuts to it. With a new name they no longer find it.</source>
        <translation>ほかの人が、このファイルへのリンクやショートカットを使っているかもしれません。名前が変わると開けなくなります。</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>公表</translation>
    </message>
    <message>
        <source>Put the class on the file(&amp;S)</source>
        <translation>分類を表示する(&amp;S)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason (for example: published on the web site today)</source>
        <translation>理由（例：本日ホームページで公表したため）</translation>
    </message>
    <message>
        <source>Take this class(&amp;S)</source>
        <translation>この分類にする(&amp;S)</translation>
    </message>
    <message>
        <source>The class becomes lower than it is now</source>
        <translation>いまより低い分類になります</translation>
    </message>
    <message>
        <source>The class of the source is taken over.</source>
        <translation>入手元の分類を引き継ぎます。</translation>
    </message>
    <message>
        <source>The date of publication is known</source>
        <translation>公表予定日を入れる</translation>
    </message>
    <message>
        <source>The file lies in a folder on the network</source>
        <translation>共有のフォルダーにあるファイルです</translation>
    </message>
    <message>
        <source>The file lies in a folder that others use too</source>
        <translation>ほかの人も使うフォルダーにあるファイルです</translation>
    </message>
    <message>
        <source>The question is recorded. Until the answer comes, the class above holds.</source>
        <translation>質問は記録されます。答えが来るまで、上の分類で扱います。</translation>
    </message>
    <message>
        <source>This is another class than the answers led to</source>
        <translation>質問の答えと違う分類です</translation>
    </message>
    <message>
        <source>Where the class is shown</source>
        <translation>分類を表示する場所</translation>
    </message>
    <message>
        <source>Why this class</source>
        <translation>この分類の理由</translation>
    </message>
    <message>
        <source>Write the reason. It is recorded in the ledger.</source>
        <translation>理由を書いてください。台帳に記録されます。</translation>
    </message>
    <message>
        <source>“%1” before the name. Links and shortcuts to the old name no longer lead to the file.</source>
        <translation>名前の前に「%1」を付けます。元の名前へのリンクやショートカットは開けなくなります。</translation>
    </message>
    <message>
        <source>“%1” in the header of documents, tables, slides and PDF</source>
        <translation>「%1」を、文書・表・スライド・PDFのヘッダーに入れます。</translation>
    </message>
</context>
<context>
    <name>shirushi::classify::DirectPage</name>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Choose the class</source>
        <translation>分類を選ぶ</translation>
    </message>
    <message>
        <source>Next(&amp;N)</source>
        <translation>次へ(&amp;N)</translation>
    </message>
    <message>
        <source>“%1” is</source>
        <translation>「%1」とは</translation>
    </message>
</context>
<context>
    <name>shirushi::classify::DropArea</name>
    <message>
        <source>Choose a folder(&amp;F)</source>
        <translation>フォルダーを選ぶ(&amp;F)</translation>
    </message>
    <message>
        <source>Choose files(&amp;O)</source>
        <translation>ファイルを選ぶ(&amp;O)</translation>
    </message>
    <message>
        <source>Put files here</source>
        <translation>ここにファイルを置く</translation>
    </message>
</context>
<context>
    <name>shirushi::classify::FileTable</name>
    <message>
        <source>A label of other rules</source>
        <translation>ほかの規程による表示</translation>
    </message>
    <message>
        <source>Also: %1</source>
        <translation>ほかの表示：%1</translation>
    </message>
    <message>
        <source>As chosen</source>
        <translation>右のとおり</translation>
    </message>
    <message>
        <source>By the questions</source>
        <translation>質問に回答</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1を選ぶ</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>全部を選ぶ</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>直接選択</translation>
    </message>
    <message>
        <source>Class to be put</source>
        <translation>付ける分類</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>表示済み</translation>
    </message>
    <message>
        <source>Done, in a label file beside it (.xmp)</source>
        <translation>表示済み（添え札 .xmp）</translation>
    </message>
    <message>
        <source>Done. %1</source>
        <translation>表示済み。%1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>How</source>
        <translation>決め方と結果</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <translation>まだ決めていません</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未選択</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>いまの表示</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>入手元</translation>
    </message>
    <message>
        <source>Taken over from the source</source>
        <translation>入手元から引き継ぎ</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>ファイルを読めません</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>読めません</translation>
    </message>
</context>
<context>
    <name>shirushi::classify::FilesView</name>
    <message>
        <source>Files</source>
        <translation>ファイルの一覧</translation>
    </message>
</context>
<context>
    <name>shirushi::classify::HomePage</name>
    <message>
        <source>Choose a folder to classify</source>
        <translation>分類するフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Choose files to classify</source>
        <translation>分類するファイルを選ぶ</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>分類する</translation>
    </message>
    <message>
        <source>No file has been classified yet.</source>
        <translation>まだ分類したファイルはありません。</translation>
    </message>
    <message>
        <source>Put files or folders here. A few questions lead to the class, and it is shown on the file.</source>
        <translation>ファイルやフォルダーをここに置くと、いくつかの質問で分類が決まり、ファイルに表示が付きます。</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近のファイル</translation>
    </message>
</context>
<context>
    <name>shirushi::classify::LabelCard</name>
    <message>
        <source>%1, by %2</source>
        <translation>%1　%2</translation>
    </message>
    <message>
        <source>A label of another program. Shirushi leaves it as it is.</source>
        <translation>ほかのソフトの表示です。しるしは書き換えません。</translation>
    </message>
    <message>
        <source>Other rules (%1)</source>
        <translation>ほかの規程（%1）</translation>
    </message>
    <message>
        <source>Signed by somebody who is not known here.</source>
        <translation>この職場の名簿にない人が付けた表示です。</translation>
    </message>
    <message>
        <source>The content was edited after the label was given.</source>
        <translation>表示が付いた後で、内容が変わっています。</translation>
    </message>
    <message>
        <source>The label was changed after it was signed. Do not rely on it.</source>
        <translation>この表示は、付けた後で書き換えられています。信用しないでください。</translation>
    </message>
    <message>
        <source>To be published on %1</source>
        <translation>公表予定日 %1</translation>
    </message>
</context>
<context>
    <name>shirushi::classify::ManyPage</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n files could not be done; the reason stands in the row. They are as they were.</source>
        <translation>
            <numerusform>%n件は表示できませんでした。理由はその行にあります。ファイルは元のままです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files could not be undone</source>
        <translation>
            <numerusform>%n件は元に戻せませんでした</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n件に印を付けました</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for it(&amp;K)</source>
        <translation>申請する(&amp;K)</translation>
    </message>
    <message>
        <source>By the questions(&amp;Q)</source>
        <translation>質問で決める(&amp;Q)</translation>
    </message>
    <message>
        <source>Choose the class(&amp;D)</source>
        <translation>分類を選ぶ(&amp;D)</translation>
    </message>
    <message numerus="yes">
        <source>Classify %n files</source>
        <translation>
            <numerusform>%n件のファイルを分類する</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish(&amp;E)</source>
        <translation>終わる(&amp;E)</translation>
    </message>
    <message>
        <source>I do not know</source>
        <translation>わからない</translation>
    </message>
    <message>
        <source>If you stop, the file being worked on stays as it was.</source>
        <translation>中止しても、途中のファイルは元のままです。</translation>
    </message>
    <message>
        <source>No file is ticked</source>
        <translation>印を付けたファイルはありません</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Put the classes on the files(&amp;S)</source>
        <translation>分類を表示する(&amp;S)</translation>
    </message>
    <message>
        <source>Stop without changes(&amp;C)</source>
        <translation>やめる(&amp;C)</translation>
    </message>
    <message>
        <source>Stop(&amp;C)</source>
        <translation>中止(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n files were not reached; they are as they were.</source>
        <translation>
            <numerusform>中止しました。残りの%n件は元のままです。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>中止しています</translation>
    </message>
    <message>
        <source>That is recorded too.</source>
        <translation>戻したことも台帳に記録しました。</translation>
    </message>
    <message numerus="yes">
        <source>The class is on %n files</source>
        <translation>
            <numerusform>%n件に分類を表示しました</numerusform>
        </translation>
    </message>
    <message>
        <source>The highest class among them</source>
        <translation>この中の最も高い分類</translation>
    </message>
    <message>
        <source>Tick all(&amp;A)</source>
        <translation>全部に印を付ける(&amp;A)</translation>
    </message>
    <message>
        <source>Tick none(&amp;A)</source>
        <translation>印を全部外す(&amp;A)</translation>
    </message>
    <message>
        <source>Tick the files that get the same class. For one file alone, double-click its row.</source>
        <translation>同じ分類にするファイルに印を付けます。1件だけなら、行をダブルクリックします。</translation>
    </message>
    <message>
        <source>Undo(&amp;U)</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>元に戻しました</translation>
    </message>
    <message>
        <source>Where from(&amp;I)</source>
        <translation>入手元を選ぶ(&amp;I)</translation>
    </message>
    <message>
        <source>Where somebody must approve it, “Ask for it” makes one request for all those files.</source>
        <translation>承認などが要るファイルは、「申請する」でまとめて1件の申請にできます。</translation>
    </message>
    <message>
        <source>Where somebody must approve it, “Ask for it” makes one request for the files that get the same class for the same reason as the chosen row.</source>
        <translation>承認などが要るファイルは、「申請する」で、選んだ行と同じ分類・同じ理由のものをまとめて1件の申請にできます。</translation>
    </message>
    <message>
        <source>Working on file %1 of %2</source>
        <translation>%1件目を処理しています（%2件中）</translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>残り約%n分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n seconds left</source>
        <translation>
            <numerusform>残り約%n秒</numerusform>
        </translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>いまの表示は %1</translation>
    </message>
</context>
<context>
    <name>shirushi::classify::MeaningCard</name>
    <message>
        <source>%1 is asked. Until the answer comes, the file is handled like this:</source>
        <translation>%1に尋ねます。答えが来るまで、次のとおり扱います。</translation>
    </message>
    <message>
        <source>If you choose “%1”</source>
        <translation>「%1」を選ぶと</translation>
    </message>
    <message>
        <source>One more question about this follows.</source>
        <translation>次の質問に進みます。</translation>
    </message>
    <message>
        <source>Some questions follow.</source>
        <translation>続けて、いくつか質問します。</translation>
    </message>
    <message>
        <source>The class of the source is taken over.</source>
        <translation>入手元の分類を引き継ぎます。</translation>
    </message>
    <message>
        <source>The class so far</source>
        <translation>いまの分類</translation>
    </message>
    <message>
        <source>To be observed</source>
        <translation>守ること</translation>
    </message>
</context>
<context>
    <name>shirushi::classify::ProgressRow</name>
    <message>
        <source>Stop(&amp;T)</source>
        <translation>止める(&amp;T)</translation>
    </message>
</context>
<context>
    <name>shirushi::classify::QuestionPage</name>
    <message>
        <source>%1 is asked. Until the answer comes, the file is handled as %2.</source>
        <translation>%1に尋ねます。答えが来るまで%2として扱います。</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確かめる</translation>
    </message>
    <message>
        <source>Choose the class directly(&amp;D)</source>
        <translation>分類を直接選ぶ(&amp;D)</translation>
    </message>
    <message>
        <source>Enter: choose  Esc: stop (the file stays as it is)</source>
        <translation>Enter で決定　Esc で中止（ファイルは変わりません）</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation>例：%1</translation>
    </message>
    <message>
        <source>I do not know</source>
        <translation>わからない</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>入手元</translation>
    </message>
    <message>
        <source>The next question decides.</source>
        <translation>次の質問で決めます。</translation>
    </message>
</context>
<context>
    <name>shirushi::classify::RemovalPage</name>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Nobody can then see how the file is to be handled</source>
        <translation>外すと、どう扱うべきファイルかが誰にも見えなくなります</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason (for example: the file was labelled by mistake)</source>
        <translation>理由（例：誤って別のファイルに表示したため）</translation>
    </message>
    <message>
        <source>Take the label away</source>
        <translation>分類の表示を外す</translation>
    </message>
    <message>
        <source>Take the label away(&amp;S)</source>
        <translation>分類の表示を外す(&amp;S)</translation>
    </message>
    <message>
        <source>The class disappears from the file's properties, from the top of its pages and from its name.</source>
        <translation>ファイルのプロパティ、各ページの上、ファイル名から、分類の表示が消えます。</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>こうなります</translation>
    </message>
    <message>
        <source>What the file says otherwise stays as it is.</source>
        <translation>それ以外の中身は変わりません。</translation>
    </message>
    <message>
        <source>What was recorded about the file stays in the ledger, and this is recorded with its reason.</source>
        <translation>これまでの記録は台帳に残り、外したことも理由とともに記録します。</translation>
    </message>
    <message>
        <source>Write the reason. It is recorded in the ledger.</source>
        <translation>理由を書いてください。台帳に記録されます。</translation>
    </message>
</context>
<context>
    <name>shirushi::classify::ResultPage</name>
    <message>
        <source>Ask for it(&amp;K)</source>
        <translation>申請する(&amp;K)</translation>
    </message>
    <message>
        <source>At the top of each page</source>
        <translation>各ページの上</translation>
    </message>
    <message>
        <source>Classify another file(&amp;N)</source>
        <translation>続けて分類する(&amp;N)</translation>
    </message>
    <message>
        <source>In a label file beside it: %1</source>
        <translation>となりの添え札：%1</translation>
    </message>
    <message>
        <source>In an attribute of the file</source>
        <translation>ファイルの属性</translation>
    </message>
    <message>
        <source>In the file's name: %1</source>
        <translation>ファイルの名前：%1</translation>
    </message>
    <message>
        <source>In the file's properties</source>
        <translation>ファイルのプロパティ</translation>
    </message>
    <message>
        <source>It could not be undone</source>
        <translation>元に戻せませんでした</translation>
    </message>
    <message>
        <source>It is recorded in the ledger with the reason.</source>
        <translation>理由とともに台帳に記録しました。</translation>
    </message>
    <message>
        <source>It is recorded in the ledger.</source>
        <translation>台帳に記録しました。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>ファイルは元のままです。</translation>
    </message>
    <message>
        <source>One question is open: %1 is asked</source>
        <translation>%1に尋ねる質問があります</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>The class is on the file</source>
        <translation>分類を表示しました</translation>
    </message>
    <message>
        <source>The file has its former class again. That is recorded too.</source>
        <translation>前の分類に戻りました。戻したことも台帳に記録しました。</translation>
    </message>
    <message>
        <source>The file has no class any more. That is recorded too.</source>
        <translation>分類の表示がなくなりました。戻したことも台帳に記録しました。</translation>
    </message>
    <message>
        <source>The file's name is now: %1</source>
        <translation>ファイル名は「%1」になりました</translation>
    </message>
    <message>
        <source>The label is off the file</source>
        <translation>分類の表示を外しました</translation>
    </message>
    <message>
        <source>To be observed</source>
        <translation>守ること</translation>
    </message>
    <message>
        <source>Try again(&amp;R)</source>
        <translation>もう一度(&amp;R)</translation>
    </message>
    <message>
        <source>Undo(&amp;U)</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>元に戻しました</translation>
    </message>
    <message>
        <source>Until the answer comes, the file is handled with this class.</source>
        <translation>答えが来るまで、この分類で扱います。</translation>
    </message>
    <message>
        <source>Where the class is shown</source>
        <translation>分類を表示する場所</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>処理中</translation>
    </message>
</context>
<context>
    <name>shirushi::classify::StatePage</name>
    <message>
        <source>A new label takes its place.</source>
        <translation>分類すると、新しい表示に替わります。</translation>
    </message>
    <message>
        <source>Answer the questions(&amp;N)</source>
        <translation>質問に答える(&amp;N)</translation>
    </message>
    <message>
        <source>Choose the class directly(&amp;D)</source>
        <translation>分類を直接選ぶ(&amp;D)</translation>
    </message>
    <message>
        <source>If it has been published, the class can be lowered to %1.</source>
        <translation>公表したのであれば、%1に下げられます。</translation>
    </message>
    <message>
        <source>It is shown as it is and not translated. If you classify the file by the rules in force here, the new label takes its place.</source>
        <translation>そのまま見せています。読み替えはしません。こちらの規程で分類すると、新しい表示に替わります。</translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted.</source>
        <translation>移されたか、名前が変わったか、消されたのかもしれません。</translation>
    </message>
    <message>
        <source>Leave it as it is(&amp;B)</source>
        <translation>このままにする(&amp;B)</translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>ファイルを調べています</translation>
    </message>
    <message>
        <source>Lower it(&amp;L)</source>
        <translation>下げる(&amp;L)</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>ファイルは元のままです。</translation>
    </message>
    <message>
        <source>Take the label away …(&amp;T)</source>
        <translation>分類の表示を外す…(&amp;T)</translation>
    </message>
    <message>
        <source>The day of publication, %1, has come</source>
        <translation>公表予定日（%1）になりました</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>ファイルを読めません</translation>
    </message>
    <message>
        <source>The file has a class already</source>
        <translation>分類の表示があります</translation>
    </message>
    <message>
        <source>The file has a label of another program</source>
        <translation>ほかのソフトの表示があります</translation>
    </message>
    <message>
        <source>The file has a label that cannot be read</source>
        <translation>読み取れない表示が付いています</translation>
    </message>
    <message>
        <source>The label is of other rules</source>
        <translation>ほかの規程による表示です</translation>
    </message>
    <message>
        <source>To the beginning(&amp;B)</source>
        <translation>最初の画面へ(&amp;B)</translation>
    </message>
</context>
<context>
    <name>shirushi::classify::StoreOffer</name>
    <message numerus="yes">
        <source>%n of these files belong into a vault by their class</source>
        <translation>
            <numerusform>このうち%n件は、分類により保管庫に置くものです</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these files may be kept in a vault by their class</source>
        <translation>
            <numerusform>このうち%n件は、保管庫に置くことを勧めます</numerusform>
        </translation>
    </message>
    <message>
        <source>A file of this class belongs into a vault</source>
        <translation>この分類のファイルは、保管庫に置くものです</translation>
    </message>
    <message>
        <source>A file of this class may be kept in a vault</source>
        <translation>この分類のファイルは、保管庫に置くことを勧めます</translation>
    </message>
    <message>
        <source>Put it into a vault(&amp;V)</source>
        <translation>保管庫に入れる(&amp;V)</translation>
    </message>
    <message>
        <source>There it is encrypted, and only the people in charge can open it. This rule is a draft: please check it against your own.</source>
        <translation>保管庫では暗号化され、担当する人だけが開けます。この決まりは案です。自団体の規程で確認してください。</translation>
    </message>
</context>
<context>
    <name>shirushi::classify::Wizard</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n件のファイル</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose what the source shows. It is taken over as it is.</source>
        <translation>入手元の表示と同じ分類を選んでください。そのまま引き継ぎます。</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>公表したため</translation>
    </message>
    <message>
        <source>Putting the class on the file</source>
        <translation>分類を表示しています</translation>
    </message>
    <message>
        <source>Taking the label away</source>
        <translation>分類の表示を外しています</translation>
    </message>
    <message>
        <source>The class could not be put on the file</source>
        <translation>分類を表示できませんでした</translation>
    </message>
    <message>
        <source>The file carries a label of rules that are not installed here. Choose what the rules in force here say.</source>
        <translation>ここにない規程による表示があります。こちらの規程での分類を選んでください。</translation>
    </message>
    <message>
        <source>The file carries “%1” of other rules (%2). It is not translated: choose what the rules in force here say.</source>
        <translation>ほかの規程（%2）による「%1」の表示があります。読み替えはしません。こちらの規程での分類を選んでください。</translation>
    </message>
    <message>
        <source>The files do not all show the same class. Choose one for all of them, or go back and tick only those that show the same.</source>
        <translation>ファイルによって表示が違います。全部に付ける分類をここで選ぶか、戻って、表示が同じものだけに印を付けてください。</translation>
    </message>
    <message>
        <source>The label could not be taken away</source>
        <translation>分類の表示を外せませんでした</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>元に戻しています</translation>
    </message>
</context>
<context>
    <name>shirushi::cli</name>
    <message>
        <source> (%1)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source> (as needed)</source>
        <translation>（必要に応じ）</translation>
    </message>
    <message>
        <source> (draft)</source>
        <translation>（案）</translation>
    </message>
    <message>
        <source> (likely)</source>
        <translation>（おそらく）</translation>
    </message>
    <message>
        <source> (once, beforehand)</source>
        <translation>（あらかじめ一度）</translation>
    </message>
    <message>
        <source> (overdue)</source>
        <translation>（期限超過）</translation>
    </message>
    <message>
        <source> (please look)</source>
        <translation>（目で確かめてください）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (entry %2)</source>
        <translation>%1（記録 %2）</translation>
    </message>
    <message>
        <source>%1 and %2 cannot be used together.</source>
        <translation>%1 と %2 は一緒に使えません。</translation>
    </message>
    <message>
        <source>%1 entries are in %2.</source>
        <translation>%1件の控えを %2 に作りました。</translation>
    </message>
    <message>
        <source>%1 entries were written to %2.</source>
        <translation>%1件を %2 に書き出しました。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 がありません。</translation>
    </message>
    <message>
        <source>%1 is not an option of this command.</source>
        <translation>%1 はこのコマンドでは使えません。</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 には値が必要です。</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed</source>
        <translation>合格 %1件、不合格 %2件</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1件</translation>
    </message>
    <message>
        <source>%1 stands outside the scope of these rules; what follows is the answer of %2, a draft.</source>
        <translation>%1は、この規程の適用範囲に含まれません。次は%2による答え（案）です。</translation>
    </message>
    <message>
        <source>%1 takes a number from 1 on.</source>
        <translation>%1 には1以上の数を指定します。</translation>
    </message>
    <message>
        <source>%1 was given twice.</source>
        <translation>%1 が二度指定されています。</translation>
    </message>
    <message>
        <source>%1: %2 more</source>
        <translation>%1: ほか%2件</translation>
    </message>
    <message>
        <source>%1: no faults.</source>
        <translation>%1：誤りはありません。</translation>
    </message>
    <message>
        <source>(cannot be read)</source>
        <translation>（読めません）</translation>
    </message>
    <message>
        <source>(deputy for %1)</source>
        <translation>（%1 の代決）</translation>
    </message>
    <message>
        <source>(locked for other people)</source>
        <translation>（ほかの人だけが開けます）</translation>
    </message>
    <message>
        <source>(recovered by %1: %2)</source>
        <translation>（%1 が復元：%2）</translation>
    </message>
    <message>
        <source>(to follow: %1)</source>
        <translation>（残る処置：%1）</translation>
    </message>
    <message>
        <source>(who asked approved it; countersigned by %1)</source>
        <translation>（兼務による承認。%1 が確認）</translation>
    </message>
    <message>
        <source>(who asked approved it; not countersigned yet)</source>
        <translation>（兼務による承認。ほかの人の確認はまだありません）</translation>
    </message>
    <message>
        <source>, or for good</source>
        <translation>、又は常用・永年</translation>
    </message>
    <message>
        <source>--administrator takes yes or no.</source>
        <translation>--administrator には yes か no を指定してください。</translation>
    </message>
    <message>
        <source>--channel takes one of: %1</source>
        <translation>--channel に指定できるもの: %1</translation>
    </message>
    <message>
        <source>--class takes AXIS=LEVEL,…</source>
        <translation>--class には 軸=段階,… を指定します。</translation>
    </message>
    <message>
        <source>--closes takes the numbers of entries.</source>
        <translation>--closesには記録の番号を指定します。</translation>
    </message>
    <message>
        <source>--fiscal-year takes a year such as 2026 or R8, and goes without --since and --until.</source>
        <translation>--fiscal-year には 2026 や R8 のような年度を指定します。--since や --until とは一緒に使えません。</translation>
    </message>
    <message>
        <source>--format takes csv, pdf or jsonl.</source>
        <translation>--format には csv、pdf、jsonl のどれかを指定します。</translation>
    </message>
    <message>
        <source>--format takes one of: %1</source>
        <translation>--format に指定できるもの: %1</translation>
    </message>
    <message>
        <source>--mark takes header, name, or both with a comma between.</source>
        <translation>--mark には header、name、または両方をコンマで区切って指定してください。</translation>
    </message>
    <message>
        <source>--since takes a date such as 2026-04-01.</source>
        <translation>--since には 2026-04-01 のような日付を指定してください。</translation>
    </message>
    <message>
        <source>--to takes one of: %1</source>
        <translation>--to に指定できるもの: %1</translation>
    </message>
    <message>
        <source>--until takes a date such as 2026-04-30; that day counts too.</source>
        <translation>--until には 2026-04-30 のような日付を指定します。その日も含みます。</translation>
    </message>
    <message>
        <source>--year takes a fiscal year: 令和8, R8 or 2026.</source>
        <translation>--yearには年度を指定します：令和8、R8、2026。</translation>
    </message>
    <message>
        <source>; edited since it was labelled</source>
        <translation>、表示の後に編集されています</translation>
    </message>
    <message>
        <source>A deputy needs a first and a last day: --from 2026-04-01 --until 2026-04-30.</source>
        <translation>代決には初日と最終日が必要です: --from 2026-04-01 --until 2026-04-30</translation>
    </message>
    <message>
        <source>A method is given for media, paper and devices; files are overwritten.</source>
        <translation>方法を指定するのは媒体・紙・機器です。ファイルは上書き消去します。</translation>
    </message>
    <message>
        <source>A password and keys cannot be used together.</source>
        <translation>パスワードと鍵は一緒に使えません。</translation>
    </message>
    <message>
        <source>A password that was not told, or a receipt that was not confirmed, is asked after in days: %1</source>
        <translation>伝えていないパスワードや、確認していない受領を尋ねるまでの日数：%1</translation>
    </message>
    <message>
        <source>A temporary password is changed at the first sign-in.</source>
        <translation>仮のパスワードは、最初のサインインで変更します。</translation>
    </message>
    <message>
        <source>A vault is offered for: %1</source>
        <translation>保管庫を勧めるもの：%1</translation>
    </message>
    <message>
        <source>A vault on a medium that can be carried away, or with something that is kept %1 years or longer, is checked once in months: %2</source>
        <translation>持ち運べる記録媒体にある保管庫と、%1年以上保存するものがある保管庫を点検する間隔（月）：%2</translation>
    </message>
    <message>
        <source>Afterwards the medium must be treated too: %1</source>
        <translation>このあと、媒体にも処置が必要です：%1</translation>
    </message>
    <message>
        <source>An item was still open when the program or the computer stopped. Its decrypted copy was erased.</source>
        <translation>しるしかパソコンが止まったとき、開いたままのものがありました。復号した写しは消しました。</translation>
    </message>
    <message>
        <source>An item was still open when the program or the computer stopped. What had not been saved lies in a rescue item: vault rescue list.</source>
        <translation>しるしかパソコンが止まったとき、開いたままのものがありました。保存していなかった内容は、救済した控えにあります：vault rescue list。</translation>
    </message>
    <message>
        <source>Another copy is known: %1</source>
        <translation>ほかに写しがあります：%1</translation>
    </message>
    <message>
        <source>Articles: %1 (%2)</source>
        <translation>条文 %1件（%2）</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>定めた機関</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>元にしたポリシー</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>By a decision on paper: %1, %2</source>
        <translation>紙の決裁による：%1、%2</translation>
    </message>
    <message>
        <source>Cannot be promised: %1</source>
        <translation>約束できないこと：%1</translation>
    </message>
    <message>
        <source>Checkpoint: %1, %2 entries, root %3</source>
        <translation>チェックポイント: %1、%2 件、ルート %3</translation>
    </message>
    <message>
        <source>Class afterwards: %1</source>
        <translation>変更後の分類: %1</translation>
    </message>
    <message>
        <source>Class: %1</source>
        <translation>分類：%1</translation>
    </message>
    <message>
        <source>Closed: %1</source>
        <translation>閉じました：%1</translation>
    </message>
    <message>
        <source>Counted from 1 April after the fiscal year of origin.</source>
        <translation>作成した年度の翌年度の4月1日から数えます。</translation>
    </message>
    <message>
        <source>Counted from the day after the document was made.</source>
        <translation>作成した日の翌日から数えます。</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>分類基準</translation>
    </message>
    <message>
        <source>Decrypting takes -i FILE and --passphrase-file FILE only.</source>
        <translation>復号で指定できるのは -i FILE と --passphrase-file FILE だけです。</translation>
    </message>
    <message>
        <source>Disposal</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>Each of</source>
        <translation>含める文字</translation>
    </message>
    <message>
        <source>Enacted</source>
        <translation>制定</translation>
    </message>
    <message>
        <source>Entries %1 to %2 are not in the backup.</source>
        <translation>記録 %1 から %2 までは控えにありません。</translation>
    </message>
    <message>
        <source>Entry %1 does not count: %2</source>
        <translation>記録 %1 は数えません：%2</translation>
    </message>
    <message>
        <source>Entry %1 is proven: %2, %3, by %4.</source>
        <translation>記録 %1 は本物です（%2、%3、%4）。</translation>
    </message>
    <message>
        <source>Everything in this vault is as it should be.</source>
        <translation>この保管庫に異常はありません。</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>例</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>Fingerprint of the office: %1</source>
        <translation>職場の指紋: %1</translation>
    </message>
    <message>
        <source>Forbidden</source>
        <translation>できません</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>手がかり：%1</translation>
    </message>
    <message>
        <source>Hidden data was found. Take it out, or say with --accept-hidden that it may go out.</source>
        <translation>隠れた情報が見つかりました。取り除くか、公表してよければ --accept-hidden を付けてください。</translation>
    </message>
    <message>
        <source>I do not know</source>
        <translation>わからない</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>In force since</source>
        <translation>施行</translation>
    </message>
    <message>
        <source>In the office</source>
        <translation>職場での決まり</translation>
    </message>
    <message>
        <source>It could not be put into the shared folder: %1</source>
        <translation>共有フォルダーに置けませんでした：%1</translation>
    </message>
    <message>
        <source>It goes too: %1</source>
        <translation>いっしょに消すもの：%1</translation>
    </message>
    <message>
        <source>It is shown this once. Please write it down and keep it in a sealed envelope in the safe: it opens the ledger when a password is lost.</source>
        <translation>表示するのは今回だけです。書き写して封筒に入れ、封をして金庫に保管してください。パスワードをなくしたときに台帳を開くためのものです。</translation>
    </message>
    <message>
        <source>It is the same content under another name, which goes too: %1</source>
        <translation>同じ内容の別名（ハードリンク）も、いっしょに消えます：%1</translation>
    </message>
    <message>
        <source>It may be a copy, and stays: %1</source>
        <translation>写しかもしれないため残します：%1</translation>
    </message>
    <message>
        <source>It names the file, and stays: %1</source>
        <translation>ファイルの名前が書かれていて、残ります：%1</translation>
    </message>
    <message>
        <source>It was changed after it was classified.</source>
        <translation>分類を付けた後で変わっています。</translation>
    </message>
    <message>
        <source>It would be done by: %1</source>
        <translation>方法：%1</translation>
    </message>
    <message>
        <source>It would not begin: %1</source>
        <translation>始められません：%1</translation>
    </message>
    <message>
        <source>Items locked anew: %1</source>
        <translation>施錠し直した品目：%1件</translation>
    </message>
    <message>
        <source>Items that only their own members can lock anew: %1</source>
        <translation>その品目の利用者だけが施錠し直せる品目：%1件</translation>
    </message>
    <message>
        <source>Its class was given by somebody outside this office; whether the label is genuine cannot be told here.</source>
        <translation>分類を付けたのは、この団体の外の人です。その表示が本物かどうかは、ここでは確かめられません。</translation>
    </message>
    <message>
        <source>Its entry in this list goes too: %1</source>
        <translation>この一覧の中の項目も消えます：%1</translation>
    </message>
    <message>
        <source>Kept for years: %1</source>
        <translation>保存年数：%1</translation>
    </message>
    <message>
        <source>Kinds of documents</source>
        <translation>文書の種類</translation>
    </message>
    <message>
        <source>Locks itself after minutes without use: %1</source>
        <translation>操作がないと自動でロックするまでの時間（分）：%1</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>Methods of disposal: %1</source>
        <translation>廃棄の方法：%1</translation>
    </message>
    <message>
        <source>Methods of encryption are designated by: %1</source>
        <translation>暗号化の方法を定める人：%1</translation>
    </message>
    <message>
        <source>Mind</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Must lie in a vault: %1</source>
        <translation>必ず保管庫に置くもの：%1</translation>
    </message>
    <message>
        <source>Name files that carry a label, or state the class with --class.</source>
        <translation>分類の付いたファイルを指定するか、--class で分類を指定してください。</translation>
    </message>
    <message>
        <source>New password for %1</source>
        <translation>%1 の新しいパスワード</translation>
    </message>
    <message>
        <source>No class: %1 It is taken for the highest.</source>
        <translation>分類なし：%1 最も高い分類として扱います。</translation>
    </message>
    <message>
        <source>No command was given.</source>
        <translation>コマンドが指定されていません。</translation>
    </message>
    <message>
        <source>No file was named.</source>
        <translation>ファイルが指定されていません。</translation>
    </message>
    <message>
        <source>No recipient is named, so none is recorded.</source>
        <translation>宛先が指定されていないため、記録されません。</translation>
    </message>
    <message>
        <source>No shared folder is set. Please name a folder or a file.</source>
        <translation>共有フォルダーが決められていません。フォルダーかファイルを指定してください。</translation>
    </message>
    <message>
        <source>Nobody but the members can recover what is in this vault.</source>
        <translation>この保管庫の中のものを復元できるのは、利用者だけです。</translation>
    </message>
    <message>
        <source>Nobody in the roster is %1 as yet: nobody but the members can recover what is in this vault.</source>
        <translation>名簿に%1がまだいません。この保管庫の中のものを復元できるのは、利用者だけです。</translation>
    </message>
    <message>
        <source>Nobody who is known here signed its label.</source>
        <translation>分類の表示に署名したのは、ここでは知られていない人です。</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>記録していません</translation>
    </message>
    <message>
        <source>Not served</source>
        <translation>対応なし</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>注</translation>
    </message>
    <message>
        <source>Nothing hidden was found.</source>
        <translation>隠れた情報は見つかりませんでした。</translation>
    </message>
    <message>
        <source>Obligation</source>
        <translation>義務</translation>
    </message>
    <message>
        <source>Obligation, if needed</source>
        <translation>義務（必要に応じ）</translation>
    </message>
    <message>
        <source>Of what lies in a vault there must be a second copy of: %1; asked after again in months: %2</source>
        <translation>保管庫の中で控えが要る分類：%1。控えを確かめ直す間隔（月）：%2</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>責任者</translation>
    </message>
    <message>
        <source>Only age has keys of the form age1….</source>
        <translation>age1… の形の鍵を使えるのは age 形式だけです。</translation>
    </message>
    <message>
        <source>Only what this person may see: %1</source>
        <translation>閲覧できる範囲：%1</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>開いています：%1</translation>
    </message>
    <message>
        <source>Others may read in this folder. Please choose another one for the key.</source>
        <translation>このフォルダーはほかの人も読めます。鍵の保存先には別の場所を選んでください。</translation>
    </message>
    <message>
        <source>Overwriting reaches what lies on the medium.</source>
        <translation>上書きは、媒体の上の元のデータに届きます。</translation>
    </message>
    <message>
        <source>Partly served</source>
        <translation>一部対応</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>%1 のパスワード</translation>
    </message>
    <message>
        <source>Passwords: at least %1 characters</source>
        <translation>パスワード：%1文字以上</translation>
    </message>
    <message>
        <source>Permitted</source>
        <translation>できます</translation>
    </message>
    <message>
        <source>Permitted with obligations</source>
        <translation>条件を守ればできます</translation>
    </message>
    <message>
        <source>Place: %1, %2, %3</source>
        <translation>場所：%1、%2、%3</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>対応予定</translation>
    </message>
    <message>
        <source>Please compare it by telephone with what the administrator sees, or give it with --root.</source>
        <translation>管理者の画面の指紋と電話で読み合わせるか、--root で指定してください。</translation>
    </message>
    <message>
        <source>Please give a key or a password: -i FILE, or --passphrase-file FILE.</source>
        <translation>鍵またはパスワードを指定してください: -i FILE、または --passphrase-file FILE。</translation>
    </message>
    <message>
        <source>Please give either a password or an application.</source>
        <translation>パスワードか申請のどちらか一方を指定してください。</translation>
    </message>
    <message>
        <source>Please name one application.</source>
        <translation>参加申請のファイルを一つ指定してください。</translation>
    </message>
    <message>
        <source>Please name one file to write.</source>
        <translation>書き出すファイルを1つ指定してください。</translation>
    </message>
    <message>
        <source>Please name one file with a backup.</source>
        <translation>控えのファイルを1つ指定してください。</translation>
    </message>
    <message>
        <source>Please name one file with a proof.</source>
        <translation>証明のファイルを1つ指定してください。</translation>
    </message>
    <message>
        <source>Please name one folder, or none.</source>
        <translation>フォルダーを一つ、または none を指定してください。</translation>
    </message>
    <message>
        <source>Please name one key file.</source>
        <translation>鍵ファイルを一つ指定してください。</translation>
    </message>
    <message>
        <source>Please name one medium, paper or device, or the request with --request.</source>
        <translation>媒体・紙・機器を1つ指定するか、申請を--requestで指定してください。</translation>
    </message>
    <message>
        <source>Please name one medium, paper or device.</source>
        <translation>媒体・紙・機器を1つ指定してください。</translation>
    </message>
    <message>
        <source>Please name one number of the address book.</source>
        <translation>宛先帳の番号を一つ指定してください。</translation>
    </message>
    <message>
        <source>Please name one number of “send list”.</source>
        <translation>「send list」の番号を一つ指定してください。</translation>
    </message>
    <message>
        <source>Please name one person by their id.</source>
        <translation>利用者IDで一人を指定してください。</translation>
    </message>
    <message>
        <source>Please name one request by its id, and where it is to go.</source>
        <translation>申請を一つ、番号で指定し、書き出す場所を指定してください。</translation>
    </message>
    <message>
        <source>Please name one request by its id.</source>
        <translation>申請を一つ、番号で指定してください。</translation>
    </message>
    <message>
        <source>Please name one roster file.</source>
        <translation>名簿ファイルを一つ指定してください。</translation>
    </message>
    <message>
        <source>Please name one vault.</source>
        <translation>保管庫を一つ指定してください。</translation>
    </message>
    <message>
        <source>Please name the files, not their folder.</source>
        <translation>フォルダーではなく、ファイルを指定してください。</translation>
    </message>
    <message>
        <source>Please name the files, or their request with --request.</source>
        <translation>ファイルを指定するか、申請を--requestで指定してください。</translation>
    </message>
    <message>
        <source>Please name the files.</source>
        <translation>ファイルを指定してください。</translation>
    </message>
    <message>
        <source>Please name the folder that is to become the vault.</source>
        <translation>保管庫にするフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>Please name the formats that were designated, or none: %1</source>
        <translation>指定された形式を書いてください（なければnone）：%1</translation>
    </message>
    <message>
        <source>Please name the number of one entry, and the file with --out.</source>
        <translation>記録の番号を1つと、出力先を--outで指定してください。</translation>
    </message>
    <message>
        <source>Please name the number of one entry.</source>
        <translation>記録の番号を1つ指定してください。</translation>
    </message>
    <message>
        <source>Please name two files: what is read, and what is written. "-" is standard input or output.</source>
        <translation>読み込むファイルと書き出すファイルの2つを指定してください。「-」は標準入力または標準出力です。</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Please say for whom: -r age1…, -R FILE, -i FILE, or --passphrase-file FILE.</source>
        <translation>誰に宛てて暗号化するかを指定してください: -r age1…、-R FILE、-i FILE、または --passphrase-file FILE。</translation>
    </message>
    <message>
        <source>Please say where the register is to go: --pdf FILE, --csv FILE or --json.</source>
        <translation>記録簿の出力先を指定してください：--pdf ファイル、--csv ファイル、または--json。</translation>
    </message>
    <message>
        <source>Please say which, and yes or no: paper-decisions yes</source>
        <translation>どれを許すか、yes か no かを指定してください: paper-decisions yes</translation>
    </message>
    <message>
        <source>Please say who you are: --user ID, or SHIRUSHI_USER.</source>
        <translation>利用者を --user ID または SHIRUSHI_USER で指定してください。</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>ポリシー</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>役職</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Reasons for disposal: %1</source>
        <translation>廃棄・消去の理由：%1</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>受け取る人</translation>
    </message>
    <message>
        <source>Recovery code: %1</source>
        <translation>復旧コード: %1</translation>
    </message>
    <message>
        <source>Register of the handling of information assets</source>
        <translation>情報資産取扱記録簿</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>補足</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Restriction</source>
        <translation>取扱制限</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>従う規程</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>保存しました：%1</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>適用範囲</translation>
    </message>
    <message>
        <source>Searched for: %1</source>
        <translation>検索語：%1</translation>
    </message>
    <message>
        <source>Seen to by</source>
        <translation>行う者</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>対応済み</translation>
    </message>
    <message>
        <source>Shirushi has not been set up here yet. Please run shirushi-cli init first.</source>
        <translation>しるしの準備がまだできていません。先に shirushi-cli init を実行してください。</translation>
    </message>
    <message>
        <source>Shirushi is set up in %1.</source>
        <translation>しるしの準備ができました（%1）。</translation>
    </message>
    <message>
        <source>Signed by %1</source>
        <translation>%1 が電子署名</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Standard input can be read only once.</source>
        <translation>標準入力から読めるのは一度だけです。</translation>
    </message>
    <message>
        <source>Still open: %1</source>
        <translation>まだ開いているもの：%1件</translation>
    </message>
    <message>
        <source>Still to be done: %1 (%2)</source>
        <translation>このあとにすること：%1（%2）</translation>
    </message>
    <message>
        <source>Taken from</source>
        <translation>出典</translation>
    </message>
    <message>
        <source>Taken out of a vault with permission only: %1</source>
        <translation>保管庫からの取出しに許可が必要なもの：%1</translation>
    </message>
    <message>
        <source>Telephone in the address book, which nobody has checked: %1</source>
        <translation>宛先帳の電話番号（未確認）：%1</translation>
    </message>
    <message>
        <source>Telephone in the address book: %1</source>
        <translation>宛先帳の電話番号：%1</translation>
    </message>
    <message>
        <source>The administrator has not yet answered the application to join. Please take in the roster with shirushi-cli roster import.</source>
        <translation>職場への参加申請に、管理者がまだ答えていません。名簿が届いたら shirushi-cli roster import で取り込んでください。</translation>
    </message>
    <message>
        <source>The backup is made, but could not be recorded: the ledger can only be read.</source>
        <translation>控えは作りましたが、台帳が読み取り専用のため記録できませんでした。</translation>
    </message>
    <message>
        <source>The class asks for: %1 (%2)</source>
        <translation>分類が求めること：%1（%2）</translation>
    </message>
    <message>
        <source>The code of before opens nothing any more.</source>
        <translation>前の復旧コードは使えなくなりました。</translation>
    </message>
    <message>
        <source>The content is the same; only the label differs.</source>
        <translation>内容は同じです。分類の表示だけが違います。</translation>
    </message>
    <message>
        <source>The copy differs from what was published.</source>
        <translation>公表したものと違います。</translation>
    </message>
    <message>
        <source>The copy is the same, byte for byte.</source>
        <translation>公表したものと完全に同じです。</translation>
    </message>
    <message>
        <source>The file carries a class of other rules (%1), which is not translated by itself.</source>
        <translation>別の規程（%1）の分類が付いています。自動では読み替えません。</translation>
    </message>
    <message>
        <source>The file has no label. Please classify it first, or state its class with --class.</source>
        <translation>分類が付いていません。先に分類するか、--class で分類を指定してください。</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>ファイルが大きすぎます。</translation>
    </message>
    <message>
        <source>The file with the password is empty.</source>
        <translation>パスワードのファイルが空です。</translation>
    </message>
    <message>
        <source>The label is taken away</source>
        <translation>分類の表示を外す</translation>
    </message>
    <message>
        <source>The ledger can only be read at present: nothing was changed.</source>
        <translation>台帳はいま読むことしかできません。何も変更していません。</translation>
    </message>
    <message>
        <source>The ledger does not know how this content was acquired.</source>
        <translation>この内容をどのように入手したかの記録が、台帳にありません。</translation>
    </message>
    <message>
        <source>The ledger is restored with %1 entries.</source>
        <translation>台帳を%1件で復元しました。</translation>
    </message>
    <message>
        <source>The ledger is taken as it stands. Entry %1 says so.</source>
        <translation>台帳を現状のまま承認しました（記録 %1）。</translation>
    </message>
    <message>
        <source>The ledger is whole: %1 entries, all as they were written.</source>
        <translation>台帳に異状はありません（%1件、すべて記録されたときのままです）。</translation>
    </message>
    <message>
        <source>The new keys wait for the administrator: please send them this application, and take their roster in with “roster import”.</source>
        <translation>新しい鍵は、管理者の返事を待っています。この申請を管理者に送り、返ってきた名簿を「roster import」で取り込んでください。</translation>
    </message>
    <message>
        <source>The password cannot be written where the parcel goes.</source>
        <translation>パスワードを送付ファイルと同じ場所に書き出すことはできません。</translation>
    </message>
    <message>
        <source>The password has not been told. Do not tell it; “send forget” erases it.</source>
        <translation>パスワードはまだ伝えていません。伝えないでください。「send forget」で消せます。</translation>
    </message>
    <message>
        <source>The password is a temporary one. Please change it first: shirushi-cli user passwd.</source>
        <translation>このパスワードは仮のものです。先に変更してください: shirushi-cli user passwd</translation>
    </message>
    <message>
        <source>The password is too long.</source>
        <translation>パスワードが長すぎます。</translation>
    </message>
    <message>
        <source>The records of disposal hold (%1).</source>
        <translation>廃棄の記録に異状はありません（%1件）。</translation>
    </message>
    <message>
        <source>The report is due to: %1</source>
        <translation>報告が必要な相手：%1</translation>
    </message>
    <message>
        <source>The rules do not say whom to tell. Please follow the office's plan for incidents.</source>
        <translation>知らせる相手の定めがありません。緊急時対応計画に従ってください。</translation>
    </message>
    <message>
        <source>The rules know no fact “%1”.</source>
        <translation>この規程に「%1」という事情はありません。</translation>
    </message>
    <message>
        <source>The rules know no such kind of document.</source>
        <translation>規程に、この文書の種類はありません。</translation>
    </message>
    <message>
        <source>The rules of this office are not installed.</source>
        <translation>この職場の規程が入っていません。</translation>
    </message>
    <message>
        <source>The rules of this office have no such retention period. They have: %1</source>
        <translation>この団体の規程に、その保存期間はありません。選べる年数：%1</translation>
    </message>
    <message>
        <source>The rules want no approval for this.</source>
        <translation>規程では、これに承認は要りません。</translation>
    </message>
    <message>
        <source>The signature of its label does not hold. Ask the sender for its class.</source>
        <translation>分類の表示の署名が正しくありません。送り主に分類を確かめてください。</translation>
    </message>
    <message>
        <source>The signature of its label does not hold. Please classify the file anew, or state its class with --class.</source>
        <translation>分類の表示の署名が正しくありません。分類を付け直すか、--class で分類を指定してください。</translation>
    </message>
    <message>
        <source>The work was stopped.</source>
        <translation>作業を中止しました。</translation>
    </message>
    <message>
        <source>The work was stopped. “vault member settle” finishes it.</source>
        <translation>作業を中止しました。続きは “vault member settle” でできます。</translation>
    </message>
    <message>
        <source>There are no rules called %1.</source>
        <translation>%1 という規程はありません。</translation>
    </message>
    <message>
        <source>There is a file of this name already. Please choose another.</source>
        <translation>同じ名前のファイルがあります。別の名前にしてください。</translation>
    </message>
    <message>
        <source>There is already a file of this name.</source>
        <translation>同じ名前のファイルがすでにあります。</translation>
    </message>
    <message>
        <source>There is no option %1 here.</source>
        <translation>ここでは %1 は使えません。</translation>
    </message>
    <message>
        <source>There is no policy “%1”. Own policies are looked for in: %2</source>
        <translation>「%1」というポリシーはありません。自団体のポリシーを探す場所：%2</translation>
    </message>
    <message>
        <source>There is no role “%1”.</source>
        <translation>役割「%1」はありません。</translation>
    </message>
    <message>
        <source>There is no such command.</source>
        <translation>そのようなコマンドはありません。</translation>
    </message>
    <message>
        <source>There is no such record of a disposal.</source>
        <translation>その番号の廃棄の記録はありません。</translation>
    </message>
    <message>
        <source>There is no such rescue item for you.</source>
        <translation>あなたが開ける、その番号の救済した控えはありません。</translation>
    </message>
    <message>
        <source>There is nothing left to be recorded for this request.</source>
        <translation>この申請について、記録するものは残っていません。</translation>
    </message>
    <message>
        <source>These rules know no exception from the separation of duties.</source>
        <translation>この規程には兼務の禁止の例外がありません。</translation>
    </message>
    <message>
        <source>This application is not this person's.</source>
        <translation>この申請は、この人のものではありません。</translation>
    </message>
    <message>
        <source>This command takes no files.</source>
        <translation>このコマンドにファイルは指定できません。</translation>
    </message>
    <message>
        <source>This entry is not for you to see.</source>
        <translation>この記録は閲覧できません。</translation>
    </message>
    <message>
        <source>This file holds the label of the file beside it and is passed over.</source>
        <translation>隣のファイルの表示を書いたファイルなので、何もしませんでした。</translation>
    </message>
    <message>
        <source>This is a folder. With --recursive the files in it are labelled.</source>
        <translation>フォルダーです。--recursive を付けると、中のファイルに表示を付けます。</translation>
    </message>
    <message>
        <source>This is no recovery code: a character was misread.</source>
        <translation>復旧コードとして読めません。書き写しに誤りがあります。</translation>
    </message>
    <message>
        <source>This is not a key of the form age1….</source>
        <translation>age1… の形の鍵ではありません。</translation>
    </message>
    <message>
        <source>This item is final (write-protected): it is open for reading.</source>
        <translation>これは確定（書込禁止）したものです。読み取り専用で開いています。</translation>
    </message>
    <message>
        <source>This item is open for reading.</source>
        <translation>読み取り専用で開いています。</translation>
    </message>
    <message>
        <source>This policy has no such post.</source>
        <translation>このポリシーには、この役がありません。</translation>
    </message>
    <message>
        <source>This program could not be started. Please name another one: --with PROGRAM.</source>
        <translation>このソフトを起動できませんでした。ほかのソフトを指定してください：--with ソフト。</translation>
    </message>
    <message>
        <source>This roster is of another office: its fingerprint is %1.</source>
        <translation>これは別の職場の名簿です。指紋は %1 です。</translation>
    </message>
    <message>
        <source>This takes a date such as 2026-04-01.</source>
        <translation>2026-04-01 のような日付を指定してください。</translation>
    </message>
    <message>
        <source>This takes a number from 1 on.</source>
        <translation>1以上の番号を指定してください。</translation>
    </message>
    <message>
        <source>To be told</source>
        <translation>報告先</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>行うこと</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>知らせる人</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>保管庫</translation>
    </message>
    <message>
        <source>Waiting for: %1</source>
        <translation>待っているもの：%1</translation>
    </message>
    <message>
        <source>What Shirushi does about each article</source>
        <translation>条文対応表</translation>
    </message>
    <message>
        <source>What is read and what is written are the same file.</source>
        <translation>読み込むファイルと書き出すファイルが同じです。</translation>
    </message>
    <message>
        <source>What lies in a vault can always be recovered by: %1</source>
        <translation>保管庫の中のものをいつでも復元できる人：%1</translation>
    </message>
    <message>
        <source>What was there is kept as %1.</source>
        <translation>元の台帳は %1 として残してあります。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>場面</translation>
    </message>
    <message>
        <source>Which file? “policy validate FILE” checks one.</source>
        <translation>どのファイルかを指定してください。policy validate ファイル名 で確かめます。</translation>
    </message>
    <message>
        <source>Which policy? “policy list” lists them.</source>
        <translation>どのポリシーかを指定してください。一覧は policy list で見られます。</translation>
    </message>
    <message>
        <source>Which rules? “--policy ID” says it, and “policy list” lists them.</source>
        <translation>どの規程で確かめますか。「--policy ID」で指定します。「policy list」で一覧が出ます。</translation>
    </message>
    <message>
        <source>Who asks and who approves are two people.</source>
        <translation>申請する者と承認する者は、同じ者が兼ねません。</translation>
    </message>
    <message>
        <source>Who asks may approve as well.</source>
        <translation>申請する者が承認を兼ねることができます。</translation>
    </message>
    <message>
        <source>Who is asked</source>
        <translation>だれに求めるか</translation>
    </message>
    <message>
        <source>Who is told when something went wrong</source>
        <translation>事故のときに知らせる相手</translation>
    </message>
    <message>
        <source>Whoever has this file opens everything that is locked for you. Please keep it in a locked place, and not on this computer.</source>
        <translation>このファイルを持つ人は、あなたに開ける権限のあるものを全て開けます。このパソコンには置かず、施錠できる場所に保管してください。</translation>
    </message>
    <message>
        <source>With --json every command prints one array: a list's elements, the findings of a verification, or the one result. What makes something prints its id without it.
Signing in: --user ID and --password-file FILE, or SHIRUSHI_USER and SHIRUSHI_PASSWORD_FILE. The data folder: SHIRUSHI_DATA.
Exit codes: 0 all done, 1 some files failed, 2 wrong usage, 3 not signed in, 4 the policy forbids it, 5 (check send) it permits it with obligations.
</source>
        <translation>--json を付けると、どのコマンドも配列を1つ出力します。一覧の要素、検証の指摘、または1件の結果です。付けないとき、何かを作るコマンドはその番号（ID）を出力します。
サインイン：--user ID と --password-file FILE、または SHIRUSHI_USER と SHIRUSHI_PASSWORD_FILE。データフォルダー：SHIRUSHI_DATA。
終了コード：0 すべて完了、1 失敗したファイルがある、2 使い方の誤り、3 サインインしていない、4 規程で禁止、5（check send）条件を満たせばできる。
</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>by</source>
        <translation>行う人</translation>
    </message>
    <message>
        <source>changed without a record</source>
        <translation>記録なしの変更あり</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>閉鎖</translation>
    </message>
    <message>
        <source>disposed of</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>has been sent; “send password” writes its password elsewhere.</source>
        <translation>は送付済みです。パスワードは「send password」で別のファイルに書き出せます。</translation>
    </message>
    <message>
        <source>has no class that counts; %1 decides it.</source>
        <translation>有効な分類がありません。%1の判断を仰いでください。</translation>
    </message>
    <message>
        <source>if</source>
        <translation>示す事情</translation>
    </message>
    <message>
        <source>label removed</source>
        <translation>表示を外しました</translation>
    </message>
    <message>
        <source>may</source>
        <translation>できる</translation>
    </message>
    <message>
        <source>mis-sent</source>
        <translation>誤送信</translation>
    </message>
    <message>
        <source>must</source>
        <translation>しなければならない</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>表示なし</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>署名なし</translation>
    </message>
    <message>
        <source>on to the questions</source>
        <translation>質問へ進む</translation>
    </message>
    <message>
        <source>password erased untold</source>
        <translation>パスワードは伝えずに消去</translation>
    </message>
    <message>
        <source>password not told yet</source>
        <translation>パスワード未伝達</translation>
    </message>
    <message>
        <source>policy needs one of: list, show, coverage, test, validate.</source>
        <translation>policy の後には、list、show、coverage、test、validate のどれかが要ります。</translation>
    </message>
    <message>
        <source>received</source>
        <translation>受領を確認</translation>
    </message>
    <message>
        <source>referred; until it is answered</source>
        <translation>照会。回答があるまでの扱い</translation>
    </message>
    <message>
        <source>shirushi-cli --help lists the commands.</source>
        <translation>コマンドの一覧は shirushi-cli --help で見られます。</translation>
    </message>
    <message>
        <source>should</source>
        <translation>努める</translation>
    </message>
    <message>
        <source>signature INVALID</source>
        <translation>署名が正しくありません</translation>
    </message>
    <message>
        <source>signature valid</source>
        <translation>署名は正しい</translation>
    </message>
    <message>
        <source>signed by somebody who is not known here</source>
        <translation>ここで知られていない人の署名</translation>
    </message>
    <message>
        <source>stands outside the scope of the office's rules; answered as a draft by %1.</source>
        <translation>この職場の規程の適用範囲に含まれません。%1による答え（案）に従っています。</translation>
    </message>
    <message>
        <source>the label of where it came from</source>
        <translation>入手元の分類を引き継ぐ</translation>
    </message>
    <message>
        <source>through</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>to</source>
        <translation>相手</translation>
    </message>
    <message>
        <source>unless</source>
        <translation>除く事情</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>読めません</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1 まで</translation>
    </message>
    <message>
        <source>“key export” takes --out.</source>
        <translation>“key export” には --out が必要です。</translation>
    </message>
    <message>
        <source>“policy list” takes no further words.</source>
        <translation>policy list の後には何も付けません。</translation>
    </message>
    <message>
        <source>“policy test” takes one policy, or none for all.</source>
        <translation>policy test に付けられるポリシーは一つです。付けなければ、すべてを確かめます。</translation>
    </message>
    <message>
        <source>“publish compare” takes one file.</source>
        <translation>「publish compare」には、ファイルを一つ指定してください。</translation>
    </message>
    <message>
        <source>“receive” takes a file and --into.</source>
        <translation>「receive」にはファイルと --into が必要です。</translation>
    </message>
    <message>
        <source>“send delivered” takes a number and --by.</source>
        <translation>「send delivered」には送付の番号と --by が必要です。</translation>
    </message>
    <message>
        <source>“send draft” takes a number, --from and --out.</source>
        <translation>「send draft」には番号と--fromと--outを指定します。</translation>
    </message>
    <message>
        <source>“send password” takes a number and --out.</source>
        <translation>「send password」には送付の番号と --out が必要です。</translation>
    </message>
    <message>
        <source>“vault copied” takes a vault, numbers of items (none: all of it), and --where with the place of the copy.</source>
        <translation>「vault copied」には、保管庫、品目の番号（無ければ全部）、--where と控えの場所が要ります。</translation>
    </message>
    <message>
        <source>“vault due” takes a vault, and --fiscal-year a year such as 2026 or R8.</source>
        <translation>“vault due” には保管庫を指定してください。--fiscal-year には 2026 や R8 のような年度を指定します。</translation>
    </message>
    <message>
        <source>“vault get” takes a vault, the number of an item, and --out.</source>
        <translation>“vault get” には、保管庫、品目の番号、--out が必要です。</translation>
    </message>
    <message>
        <source>“vault lock” takes no further words.</source>
        <translation>「vault lock」には、ほかの語を付けません。</translation>
    </message>
    <message>
        <source>“vault member” takes add or remove, a vault and ids of persons; or settle and a vault.</source>
        <translation>“vault member” には、add または remove と、保管庫、利用者のIDを指定してください。settle には保管庫を指定します。</translation>
    </message>
    <message>
        <source>“vault move” takes a vault, numbers of items, and --to with another vault.</source>
        <translation>「vault move」には、保管庫、品目の番号、--to と移す先の保管庫が要ります。</translation>
    </message>
    <message>
        <source>“vault open” takes a vault and the number of an item.</source>
        <translation>「vault open」には、保管庫と番号を指定してください。</translation>
    </message>
    <message>
        <source>“vault put” takes a vault and what is to be put into it.</source>
        <translation>“vault put” には、保管庫と、入れるファイルやフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>“vault recover” takes a vault, the number of an item, --out and --reason.</source>
        <translation>“vault recover” には、保管庫、品目の番号、--out、--reason が必要です。</translation>
    </message>
    <message>
        <source>“vault request” takes a vault and the number of an item.</source>
        <translation>“vault request” には、保管庫と品目の番号が必要です。</translation>
    </message>
    <message>
        <source>“vault rescue” takes list; save, a vault and a number; or discard and a number.</source>
        <translation>「vault rescue」には、list、save と保管庫と番号、または discard と番号を指定してください。</translation>
    </message>
    <message>
        <source>“vault set” takes a vault, numbers of items, and --retention or --final.</source>
        <translation>“vault set” には、保管庫、品目の番号、--retention または --final が必要です。</translation>
    </message>
</context>
<context>
    <name>shirushi::crypto</name>
    <message>
        <source>A password and keys cannot be used together.</source>
        <translation>パスワードと鍵は一緒に使えません。</translation>
    </message>
    <message>
        <source>Line %1 is not a key.</source>
        <translation>%1行目は鍵ではありません。</translation>
    </message>
    <message>
        <source>The cryptographic library refused.</source>
        <translation>暗号の処理ができませんでした。</translation>
    </message>
    <message>
        <source>The file ends too early.</source>
        <translation>ファイルが途中で終わっています。</translation>
    </message>
    <message>
        <source>The key or the password does not fit, or the file was changed.</source>
        <translation>鍵またはパスワードが合わないか、ファイルが書き換えられています。</translation>
    </message>
    <message>
        <source>The password is empty.</source>
        <translation>パスワードが空です。</translation>
    </message>
    <message>
        <source>The password is wrong, or the data was changed.</source>
        <translation>パスワードが違うか、データが変わっています。</translation>
    </message>
    <message>
        <source>The work was stopped.</source>
        <translation>作業を中止しました。</translation>
    </message>
    <message>
        <source>There is no key in this file.</source>
        <translation>このファイルには鍵がありません。</translation>
    </message>
    <message>
        <source>There is nobody to encrypt for.</source>
        <translation>暗号化する相手がいません。</translation>
    </message>
    <message>
        <source>These key derivation parameters are out of bounds.</source>
        <translation>鍵の設定値が範囲の外です。</translation>
    </message>
    <message>
        <source>This file's password asks for more computing than is allowed.</source>
        <translation>このファイルのパスワードは、許されている範囲を超える計算を求めています。</translation>
    </message>
    <message>
        <source>This is not a key that can be encrypted for.</source>
        <translation>この鍵に宛てて暗号化することはできません。</translation>
    </message>
    <message>
        <source>This is not an age file, or it was damaged on the way.</source>
        <translation>age形式のファイルではないか、途中で壊れています。</translation>
    </message>
</context>
<context>
    <name>shirushi::disposal</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 ほか%2件</translation>
    </message>
    <message>
        <source>%1 of %2 done: %3</source>
        <translation>%1／%2件済み：%3</translation>
    </message>
    <message>
        <source>A disposal that was interrupted cannot be finished now: %1</source>
        <translation>中断された廃棄を、いまは終えられません：%1</translation>
    </message>
    <message>
        <source>A file is kept with the entry</source>
        <translation>記録に添付あり</translation>
    </message>
    <message>
        <source>A file that may be a copy was left beside it and is still there.</source>
        <translation>写しかもしれないファイルが、そばに残っています。</translation>
    </message>
    <message>
        <source>A file with the same content lies at this place again.</source>
        <translation>同じ内容のファイルが、同じ場所にまたあります。</translation>
    </message>
    <message>
        <source>A plain copy was taken out.</source>
        <translation>平文の写しが取り出されたことがあります。</translation>
    </message>
    <message>
        <source>A rescue item of it is waiting: please save it or throw it away.</source>
        <translation>この品目の救出データが残っています。保存するか、捨ててください。</translation>
    </message>
    <message>
        <source>An earlier state was removed and not overwritten: it may be left on the medium.</source>
        <translation>以前の状態は削除しただけで上書きしていません。媒体に残っているかもしれません。</translation>
    </message>
    <message>
        <source>As stated by the person</source>
        <translation>担当者の申告による</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>情報資産</translation>
    </message>
    <message>
        <source>Certificate of disposal (draft)</source>
        <translation>廃棄証明書（案）</translation>
    </message>
    <message>
        <source>Certificate of erasure (draft)</source>
        <translation>消去証明書（案）</translation>
    </message>
    <message>
        <source>Certificate: %1</source>
        <translation>証明書番号：%1</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Comparing with the permission, %1 of %2: %3</source>
        <translation>内容と許可を照合しています（%1／%2件）：%3</translation>
    </message>
    <message>
        <source>Content hash</source>
        <translation>内容のハッシュ</translation>
    </message>
    <message>
        <source>Contractor: %1</source>
        <translation>委託先：%1</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Deed</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Disposal</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>Entry %1 asks for more: %2</source>
        <translation>記録%1には、より確かな方法が必要です：%2</translation>
    </message>
    <message>
        <source>Erasure</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Fingerprint of the office: %1</source>
        <translation>職場の指紋：%1</translation>
    </message>
    <message>
        <source>Follows entry %1</source>
        <translation>記録%1の残りの処置</translation>
    </message>
    <message>
        <source>For this reason only one's own may be erased, and this was labelled by %1. Please choose another reason and ask for permission.</source>
        <translation>この理由で消去できるのは、自分が作ったものだけです。これに分類を付けたのは %1 です。別の理由を選び、許可を申請してください。</translation>
    </message>
    <message>
        <source>In a vault: %1</source>
        <translation>保管庫に保存：%1</translation>
    </message>
    <message>
        <source>Interrupted; it was gone when the work was taken up again</source>
        <translation>中断。再開したときには、すでになかった</translation>
    </message>
    <message>
        <source>Interrupted; overwritten and removed afterwards</source>
        <translation>中断後に再開し、上書きして削除</translation>
    </message>
    <message>
        <source>It could not be erased: %1</source>
        <translation>消去できませんでした：%1</translation>
    </message>
    <message>
        <source>It goes where all of its names are named together; it has %1.</source>
        <translation>すべての名前をいっしょに指定すると消去できます。名前は%1個あります。</translation>
    </message>
    <message>
        <source>It is a medium, paper or a device.</source>
        <translation>媒体・紙・機器のどれかを指定してください。</translation>
    </message>
    <message>
        <source>It lay in another vault before: it was overwritten there, and may be left on that medium.</source>
        <translation>前に別の保管庫にありました。そこでは上書きして消しましたが、その記録媒体に残っているかもしれません。</translation>
    </message>
    <message>
        <source>It may be a copy, and stays: %1</source>
        <translation>写しかもしれないため残します：%1</translation>
    </message>
    <message>
        <source>It names the file, and stays: %1</source>
        <translation>ファイルの名前が書かれていて、残ります：%1</translation>
    </message>
    <message>
        <source>It was begun and is not finished. It is finished and recorded the next time somebody signs in.</source>
        <translation>途中で終わりました。次にサインインしたときに、残りを終えて記録を付けます。</translation>
    </message>
    <message>
        <source>It was opened with its program: the plain copy was removed then, and may be left on the medium.</source>
        <translation>編集のために開かれたことがあります。平文の写しは閉じたときに消しましたが、媒体に残っているかもしれません。</translation>
    </message>
    <message>
        <source>Its name stays in: %1</source>
        <translation>名前が残るところ：%1</translation>
    </message>
    <message>
        <source>Left: %1</source>
        <translation>残したもの：%1</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Not needed (%1)</source>
        <translation>不要（%1）</translation>
    </message>
    <message>
        <source>Nothing is left to be done after this entry.</source>
        <translation>この記録に、残っている処置はありません。</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>団体</translation>
    </message>
    <message>
        <source>One content under several names; with it went: %1</source>
        <translation>同じ内容の別名（ハードリンク）。いっしょに消えたもの：%1</translation>
    </message>
    <message>
        <source>Only members of the vault dispose of what is in it.</source>
        <translation>保管庫の中のものを廃棄できるのは、そのメンバーだけです。</translation>
    </message>
    <message>
        <source>Overwritten, read back and removed</source>
        <translation>上書きし、読み返して確かめ、削除</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Please say what it is called.</source>
        <translation>名称を入力してください。</translation>
    </message>
    <message>
        <source>Please say why.</source>
        <translation>理由を入力してください。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>記録した日時</translation>
    </message>
    <message>
        <source>Register of disposals</source>
        <translation>廃棄記録簿</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 before</source>
        <translation>処理前のSHA-256</translation>
    </message>
    <message>
        <source>Somebody has this item open. Please close it first.</source>
        <translation>この品目は開かれています。先に閉じてください。</translation>
    </message>
    <message>
        <source>Somebody on another computer has this file open: its lock file lies beside it.</source>
        <translation>ほかのパソコンでこのファイルが開かれています（ロックファイルがあります）。</translation>
    </message>
    <message>
        <source>Stopped before this one. It was not touched.</source>
        <translation>この手前で止めました。手を付けていません。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was touched.</source>
        <translation>中止しました。何も変えていません。</translation>
    </message>
    <message>
        <source>The QR codes carry the proof that this record stands in the ledger. Read each of them into a text file, a line each; “shirushi-cli ledger check-proof FILE” then says whether it holds. The roster of the office is needed for that.</source>
        <translation>QRコードには、この記録が台帳にあることの証明が入っています。読み取った文字を1行ずつテキストファイルに保存し、「shirushi-cli ledger check-proof ファイル」で確かめてください。職場の名簿が必要です。</translation>
    </message>
    <message>
        <source>The original stayed outside the vault when it was put in.</source>
        <translation>保管したとき、元のファイルを外に残しています。</translation>
    </message>
    <message>
        <source>The permission that the record names does not hold for it.</source>
        <translation>記録にある許可は、この廃棄には当てはまりません。</translation>
    </message>
    <message>
        <source>The proof is too long for this sheet. Please keep it as a file: shirushi-cli ledger prove.</source>
        <translation>証明が長く、この用紙に入りません。shirushi-cli ledger proveでファイルにして保管してください。</translation>
    </message>
    <message>
        <source>The work was interrupted before this file was touched.</source>
        <translation>作業が中断されました。このファイルには手を付けていません。</translation>
    </message>
    <message>
        <source>There is no such method for this. There are: %1</source>
        <translation>この対象に、その方法はありません。使える方法：%1</translation>
    </message>
    <message>
        <source>This class asks for more: %1</source>
        <translation>この分類には、より確かな方法が必要です：%1</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>まだ来ていない日付です。</translation>
    </message>
    <message>
        <source>This disposal was begun and is not finished.</source>
        <translation>この廃棄は、始められたまま終わっていません。</translation>
    </message>
    <message>
        <source>This item has no class by the rules of this office. Please label it first.</source>
        <translation>この品目には、この団体の規程による分類がありません。先に分類を表示してください。</translation>
    </message>
    <message>
        <source>To follow: %1</source>
        <translation>残る処置：%1</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>処理内容</translation>
    </message>
    <message>
        <source>What the ledger notes of unfinished work cannot be read.</source>
        <translation>台帳にある作業途中の控えを読めません。</translation>
    </message>
    <message>
        <source>Where the files of this request lie was not listed here. Please name them.</source>
        <translation>この申請のファイルの場所は、ここに控えがありません。ファイルを指定してください。</translation>
    </message>
    <message>
        <source>Witness: %1</source>
        <translation>立会い：%1</translation>
    </message>
    <message>
        <source>the entry in %1</source>
        <translation>%1 の中の項目</translation>
    </message>
</context>
<context>
    <name>shirushi::disposals</name>
    <message>
        <source>%1
To follow: %2</source>
        <translation>%1
残る処置：%2</translation>
    </message>
    <message>
        <source>%1 (%2 are gone)</source>
        <translation>%1（%2件は済み）</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 ほか%2件</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1; then: %2</source>
        <translation>%1　残る処置：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n came afterwards</source>
        <translation>
            <numerusform>そのあとに%n件加わっています</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>機器</translation>
    </message>
    <message>
        <source>Disposal: %1</source>
        <translation>廃棄：%1</translation>
    </message>
    <message>
        <source>Done by a person, who records it</source>
        <translation>人が処置し、記録します</translation>
    </message>
    <message>
        <source>Erasure: %1</source>
        <translation>消去：%1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Item of a vault</source>
        <translation>保管庫の品目</translation>
    </message>
    <message>
        <source>Its retention ended on %1</source>
        <translation>保存期間が%1に満了しました</translation>
    </message>
    <message>
        <source>Kept until %1</source>
        <translation>%1まで保存</translation>
    </message>
    <message>
        <source>Not reviewed yet</source>
        <translation>まだ確認されていません</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>紙</translation>
    </message>
    <message>
        <source>Permitted</source>
        <translation>許可されました</translation>
    </message>
    <message>
        <source>Permitted until %1</source>
        <translation>許可されました（%1まで）</translation>
    </message>
    <message>
        <source>Reviewed by %1 on %2 (entry %3)</source>
        <translation>%1 が %2 に確認しました（記録 %3番）</translation>
    </message>
    <message>
        <source>Storage medium</source>
        <translation>記録媒体</translation>
    </message>
    <message>
        <source>These are gone, and have their record now:</source>
        <translation>消えていて、記録を付けたもの：</translation>
    </message>
    <message>
        <source>These were not touched and are where they were:</source>
        <translation>手を付けず、元の場所にあるもの：</translation>
    </message>
    <message>
        <source>To go on, choose the request below once more.</source>
        <translation>続きは、下の申請を選んで進めてください。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirushi::disposals::AssetList</name>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Media, paper and devices</source>
        <translation>媒体・紙・機器</translation>
    </message>
    <message>
        <source>Record what was done(&amp;R)</source>
        <translation>処置を記録する(&amp;R)</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>These are treated by a person: shredded, initialised, returned. When it is done, record it here.</source>
        <translation>人が破砕、初期化、返却などの処置をします。終えたら、ここで記録してください。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>もの</translation>
    </message>
</context>
<context>
    <name>shirushi::disposals::AssetPage</name>
    <message>
        <source>A medium, paper or a device</source>
        <translation>媒体・紙・機器</translation>
    </message>
    <message>
        <source>A person treats it after the permission, and records here how. Nothing is recorded yet.</source>
        <translation>許可を得てから人が処置し、どうしたかをここで記録します。まだ何も記録しません。</translation>
    </message>
    <message>
        <source>Add it to the list(&amp;S)</source>
        <translation>一覧に加える(&amp;S)</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Class of what is on it: %1</source>
        <translation>中身の分類：%1</translation>
    </message>
    <message>
        <source>It was not added</source>
        <translation>加えられませんでした</translation>
    </message>
    <message>
        <source>Its number in the inventory</source>
        <translation>管理番号</translation>
    </message>
    <message>
        <source>May be left empty</source>
        <translation>空欄でもかまいません</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>選んでください</translation>
    </message>
    <message>
        <source>Please choose the highest class of what is on it.</source>
        <translation>中身のうち最も高い分類を選んでください。</translation>
    </message>
    <message>
        <source>Please say what it is called.</source>
        <translation>名前を書いてください。</translation>
    </message>
    <message>
        <source>USB stick, consultation records of 2020</source>
        <translation>USBメモリ、令和2年度の相談記録 など</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>名前</translation>
    </message>
</context>
<context>
    <name>shirushi::disposals::AttachedRow</name>
    <message>
        <source>%1 is kept in the ledger, encrypted.</source>
        <translation>%1 は、台帳に暗号化して保存しました。</translation>
    </message>
    <message>
        <source>%1 lies in the vault %2, write-protected.</source>
        <translation>%1 は、保管庫 %2 に書込禁止で入れました。</translation>
    </message>
    <message>
        <source>Attach a photo or a scan(&amp;P)</source>
        <translation>写真やスキャンを付ける(&amp;P)</translation>
    </message>
    <message>
        <source>Choose the photo or scan</source>
        <translation>写真やスキャンを選ぶ</translation>
    </message>
    <message>
        <source>It is kept with the entry, encrypted, and can be saved from the register. The file that you chose stays where it is.</source>
        <translation>記録といっしょに暗号化して保存し、廃棄記録簿から取り出せます。選んだファイルは、元の場所に残ります。</translation>
    </message>
    <message>
        <source>It is put into this vault, write-protected, and the record names it. The file that you chose stays where it is.</source>
        <translation>この保管庫に書込禁止で入れ、記録にその名前を残します。選んだファイルは、元の場所に残ります。</translation>
    </message>
    <message>
        <source>It may be left out. It is kept in a vault, or in the ledger.</source>
        <translation>付けなくてもかまいません。保管庫か台帳に保存します。</translation>
    </message>
    <message>
        <source>Take it away(&amp;X)</source>
        <translation>外す(&amp;X)</translation>
    </message>
    <message>
        <source>The file that you chose is where it was.</source>
        <translation>選んだファイルは、元の場所に残っています。</translation>
    </message>
    <message>
        <source>The ledger (at most 10 MB)</source>
        <translation>台帳（10MBまで）</translation>
    </message>
    <message>
        <source>Vault %1</source>
        <translation>保管庫 %1</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>どこに保存するか</translation>
    </message>
</context>
<context>
    <name>shirushi::disposals::DisposePage</name>
    <message>
        <source>It is recorded as No. %1</source>
        <translation>%1番として記録しました</translation>
    </message>
    <message>
        <source>It lies in the shared folder. When it is permitted, it is carried out from here.</source>
        <translation>共有フォルダーに置きました。許可されたら、この画面から廃棄に進みます。</translation>
    </message>
    <message>
        <source>It stands among the approvals. When it is permitted, it is carried out from here.</source>
        <translation>「承認」に並びました。許可されたら、この画面から廃棄に進みます。</translation>
    </message>
    <message>
        <source>It stands in the register of disposals.</source>
        <translation>廃棄記録簿に載りました。</translation>
    </message>
    <message>
        <source>It was not put on the list</source>
        <translation>一覧に加えられませんでした</translation>
    </message>
    <message>
        <source>Looking through the vaults</source>
        <translation>保管庫を調べています</translation>
    </message>
    <message>
        <source>Signed and asked for</source>
        <translation>署名して申請しました</translation>
    </message>
    <message>
        <source>What you have asked for cannot be read</source>
        <translation>申請したものを読めません</translation>
    </message>
</context>
<context>
    <name>shirushi::disposals::DuePage</name>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n件に印があります</numerusform>
        </translation>
    </message>
    <message>
        <source>A disposal was interrupted before it was finished</source>
        <translation>廃棄の途中で、しるしか端末が止まっていました</translation>
    </message>
    <message>
        <source>Add a medium, paper or a device(&amp;M)</source>
        <translation>媒体・紙・機器を加える(&amp;M)</translation>
    </message>
    <message numerus="yes">
        <source>After %n disposals something must still be done with the medium</source>
        <translation>
            <numerusform>媒体の処置が残っている記録が%n件あります</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose files(&amp;F)</source>
        <translation>ファイルを選ぶ(&amp;F)</translation>
    </message>
    <message>
        <source>Choose the files to dispose of</source>
        <translation>廃棄するファイルを選ぶ</translation>
    </message>
    <message>
        <source>Disposal</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>Drop files here, or choose what is to be disposed of.</source>
        <translation>ここにファイルを置くか、廃棄するものを選んでください。</translation>
    </message>
    <message>
        <source>Due for disposal in %1</source>
        <translation>廃棄予定簿（%1）</translation>
    </message>
    <message>
        <source>If you stop, what was read stands on the list. Nothing is changed by it.</source>
        <translation>止めると、読み終えたものだけが一覧に入ります。何も変更しません。</translation>
    </message>
    <message>
        <source>Next(&amp;S)</source>
        <translation>次へ(&amp;S)</translation>
    </message>
    <message>
        <source>Not every vault could be looked through</source>
        <translation>読めない保管庫があります</translation>
    </message>
    <message>
        <source>Nothing in the vaults of this desktop is due this year. Drop files here, or choose what is to be disposed of.</source>
        <translation>この端末の保管庫には、今年度に廃棄の時期が来るものはありません。廃棄するファイルをここにドロップするか、上のボタンで選んでください。</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>ファイルを読んでいます</translation>
    </message>
    <message>
        <source>Reading: %1</source>
        <translation>読んでいます：%1</translation>
    </message>
    <message>
        <source>Register of disposals(&amp;L)</source>
        <translation>廃棄記録簿(&amp;L)</translation>
    </message>
    <message>
        <source>See what must follow(&amp;W)</source>
        <translation>残る処置を見る(&amp;W)</translation>
    </message>
    <message>
        <source>Take it off the list(&amp;X)</source>
        <translation>一覧から外す(&amp;X)</translation>
    </message>
    <message>
        <source>Tick what is to be disposed of. More files can be dropped here.</source>
        <translation>廃棄するものに印を付けてください。ファイルは、ここにドロップして加えられます。</translation>
    </message>
    <message>
        <source>Until that is recorded they stay open in the register.</source>
        <translation>処置を記録するまで、廃棄記録簿に「残る処置」として残ります。</translation>
    </message>
    <message>
        <source>What is not needed any more is disposed of as the rules ask, with a permission and a record. Nothing is touched before you confirm it at the end.</source>
        <translation>要らなくなった情報資産を、規程のとおり、許可を得て廃棄し、記録します。最後に確認するまで、何にも触れません。</translation>
    </message>
    <message>
        <source>What may be disposed of</source>
        <translation>廃棄の候補</translation>
    </message>
    <message>
        <source>Whether something in it is due cannot be said.</source>
        <translation>その中に廃棄の時期が来るものがあるかどうかは、分かりません。</translation>
    </message>
</context>
<context>
    <name>shirushi::disposals::FollowUpTable</name>
    <message>
        <source>It lay on</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>No. %1: %2</source>
        <translation>%1番：%2</translation>
    </message>
    <message>
        <source>To follow</source>
        <translation>残る処置</translation>
    </message>
    <message>
        <source>What</source>
        <translation>もの</translation>
    </message>
    <message>
        <source>Which open treatments are finished by it</source>
        <translation>これで終わる「残る処置」</translation>
    </message>
</context>
<context>
    <name>shirushi::disposals::OutcomeList</name>
    <message numerus="yes">
        <source>%n could not be disposed of and are there still: why stands below.</source>
        <translation>
            <numerusform>%n件は廃棄できず、そのまま残っています。理由は下にあります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were begun and are not finished. Lock Shirushi and sign in again: it finishes them, records them and says what became of each.</source>
        <translation>
            <numerusform>%n件は途中で終わっています。いったん施錠して、サインインし直してください。残りを終えて記録を付け、1件ずつどうなったかを示します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were disposed of</source>
        <translation>
            <numerusform>%n件を廃棄しました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were erased</source>
        <translation>
            <numerusform>%n件を消去しました</numerusform>
        </translation>
    </message>
    <message>
        <source>Each that is gone has its record in the register.</source>
        <translation>消えたものは、1件ずつ廃棄記録簿に載っています。</translation>
    </message>
    <message numerus="yes">
        <source>It was stopped. %n were not touched and are where they were; you can go on with them below.</source>
        <translation>
            <numerusform>止めました。%n件は手を付けず、元の場所にあります。下の一覧から続けられます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was disposed of</source>
        <translation>廃棄したものはありません</translation>
    </message>
    <message>
        <source>Nothing was erased</source>
        <translation>消去したものはありません</translation>
    </message>
    <message>
        <source>What</source>
        <translation>もの</translation>
    </message>
    <message>
        <source>What became of each</source>
        <translation>1件ずつの結果</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>shirushi::disposals::PendingList</name>
    <message>
        <source>Asked on</source>
        <translation>申請した日</translation>
    </message>
    <message>
        <source>Go on to the disposal(&amp;G)</source>
        <translation>廃棄に進む(&amp;G)</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>状況</translation>
    </message>
    <message>
        <source>Put it on the list once more(&amp;U)</source>
        <translation>もう一度一覧に加える(&amp;U)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>What</source>
        <translation>もの</translation>
    </message>
    <message>
        <source>What you have asked for</source>
        <translation>申請したもの</translation>
    </message>
</context>
<context>
    <name>shirushi::disposals::PlanCard</name>
    <message>
        <source>Afterwards the medium must be treated: %1. It stays open in the register until that is recorded.</source>
        <translation>このあと、媒体そのものの処置（%1）が必要です。記録するまで、廃棄記録簿に「残る処置」として残ります。</translation>
    </message>
    <message>
        <source>It cannot be done now</source>
        <translation>今は廃棄できません</translation>
    </message>
    <message>
        <source>It goes too</source>
        <translation>いっしょに消えるもの</translation>
    </message>
    <message>
        <source>It is not finished by this</source>
        <translation>これだけでは終わりません</translation>
    </message>
    <message>
        <source>It may be a copy, and stays</source>
        <translation>写しかもしれないので残すもの</translation>
    </message>
    <message>
        <source>It may not be disposed of now</source>
        <translation>今は廃棄してはいけません</translation>
    </message>
    <message>
        <source>Overwriting reaches what lies on this medium</source>
        <translation>上書きは、この媒体のデータに届きます</translation>
    </message>
    <message>
        <source>What cannot be promised here</source>
        <translation>ここでは約束できないこと</translation>
    </message>
    <message>
        <source>What is done here</source>
        <translation>ここですること</translation>
    </message>
    <message>
        <source>What its class asks for</source>
        <translation>分類が求めること</translation>
    </message>
</context>
<context>
    <name>shirushi::disposals::PlanPage</name>
    <message numerus="yes">
        <source>%n of them cannot be disposed of now</source>
        <translation>
            <numerusform>%n件は、今は廃棄できません</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for the permission(&amp;S)</source>
        <translation>許可を申請する(&amp;S)</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Choose one in the list to see why.</source>
        <translation>一覧で選ぶと、理由が出ます。</translation>
    </message>
    <message>
        <source>Classify them(&amp;C)</source>
        <translation>先に分類する(&amp;C)</translation>
    </message>
    <message>
        <source>Disposal is done after a permission. Erasure, for the reasons that the rules name, needs none; both are recorded.</source>
        <translation>廃棄は、許可を得てから行います。規程が理由として挙げる消去には、許可はいりません。どちらも記録します。</translation>
    </message>
    <message>
        <source>Go on to the disposal(&amp;S)</source>
        <translation>廃棄に進む(&amp;S)</translation>
    </message>
    <message>
        <source>Go on to the erasure(&amp;S)</source>
        <translation>消去に進む(&amp;S)</translation>
    </message>
    <message>
        <source>It was not asked for</source>
        <translation>申請できませんでした</translation>
    </message>
    <message>
        <source>Leave them out(&amp;X)</source>
        <translation>それらを外して進む(&amp;X)</translation>
    </message>
    <message>
        <source>Look again(&amp;U)</source>
        <translation>もう一度調べる(&amp;U)</translation>
    </message>
    <message>
        <source>Looking at it</source>
        <translation>調べています</translation>
    </message>
    <message>
        <source>Looking at it: %1</source>
        <translation>調べています：%1</translation>
    </message>
    <message>
        <source>Nothing is changed by it, and you can stop at any time.</source>
        <translation>何も変更しません。いつでも止められます。</translation>
    </message>
    <message>
        <source>Nothing is touched, signed or recorded before you press the button below.</source>
        <translation>下のボタンを押すまで、何にも触れず、署名も記録もしません。</translation>
    </message>
    <message>
        <source>Please say why.</source>
        <translation>理由を選んでください。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was touched.</source>
        <translation>止めました。何にも触れていません。</translation>
    </message>
    <message>
        <source>This is a disposal. The rules in force ask for no permission. It is recorded.</source>
        <translation>これは廃棄です。今の規程では、許可はいりません。記録は残します。</translation>
    </message>
    <message>
        <source>This is a disposal: somebody must permit it first. It is recorded.</source>
        <translation>これは廃棄です。先に許可が必要です。記録も残します。</translation>
    </message>
    <message>
        <source>This is an erasure: for this reason the rules want it done without a permission. It is recorded.</source>
        <translation>これは消去です。この理由では、許可を得ずに消去します。記録は残します。</translation>
    </message>
    <message>
        <source>What would be disposed of</source>
        <translation>廃棄しようとするもの</translation>
    </message>
    <message>
        <source>What would be done</source>
        <translation>廃棄の内容を確かめる</translation>
    </message>
    <message>
        <source>What would be done cannot be said</source>
        <translation>何をすることになるかが分かりません</translation>
    </message>
</context>
<context>
    <name>shirushi::disposals::ProofPage</name>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>問題が%n件あります</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the disposals of %1</source>
        <translation>%1の廃棄を確かめる</translation>
    </message>
    <message>
        <source>Checking the records of disposal</source>
        <translation>廃棄の記録を確かめています</translation>
    </message>
    <message>
        <source>Is every record as it was signed, was each disposal permitted, and does nothing of it lie at its place again?</source>
        <translation>記録が署名されたときのままか、許可があったか、同じ内容のファイルがまた置かれていないかを調べます。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>The ledger is whole, each disposal had its permission, and no file with the same content lies at its place again.</source>
        <translation>台帳は書かれたときのままです。廃棄はどれも許可を得ていて、同じ内容のファイルは元の場所にありません。</translation>
    </message>
    <message>
        <source>The records could not be checked</source>
        <translation>記録を確かめられませんでした</translation>
    </message>
    <message>
        <source>The records of disposal hold</source>
        <translation>廃棄の記録に問題はありません</translation>
    </message>
    <message>
        <source>What</source>
        <translation>もの</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>見つかったこと</translation>
    </message>
</context>
<context>
    <name>shirushi::disposals::ReasonForm</name>
    <message>
        <source>Disposal: %1</source>
        <translation>廃棄：%1</translation>
    </message>
    <message>
        <source>Disposal: another reason</source>
        <translation>廃棄：ほかの理由（自分で書く）</translation>
    </message>
    <message>
        <source>Erasure: %1</source>
        <translation>消去：%1</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>選んでください</translation>
    </message>
    <message>
        <source>The reason in your own words</source>
        <translation>理由（自分の言葉で）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>shirushi::disposals::RecordCard</name>
    <message>
        <source>Certificate(&amp;C)</source>
        <translation>証明書（案）を保存する(&amp;C)</translation>
    </message>
    <message>
        <source>Photo or scan(&amp;A)</source>
        <translation>写真・スキャンを取り出す(&amp;A)</translation>
    </message>
    <message>
        <source>See to what must follow(&amp;F)</source>
        <translation>残る処置をする(&amp;F)</translation>
    </message>
</context>
<context>
    <name>shirushi::disposals::RegisterPage</name>
    <message>
        <source>%1: %2, %3 entries</source>
        <translation>%1 %2（%3件）</translation>
    </message>
    <message>
        <source>A review is signed off by who answers for others, for example a manager.</source>
        <translation>確認済みにできるのは、管理者などの役割の人です。</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>CSV(&amp;E)</source>
        <translation>CSVで保存する(&amp;E)</translation>
    </message>
    <message>
        <source>Certificate of disposal %1</source>
        <translation>廃棄証明書（案）%1</translation>
    </message>
    <message>
        <source>Check it(&amp;V)</source>
        <translation>確かめる(&amp;V)</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Each disposal and each erasure has its line: day, person, treatment. It stands in the ledger and cannot be changed.</source>
        <translation>廃棄と消去を1件ずつ、日時・担当者・処理内容とともに載せています。台帳にある記録なので、書き換えられません。</translation>
    </message>
    <message>
        <source>Entries can be signed off once the ledger is checked.</source>
        <translation>台帳を確かめると、確認済みにできます。</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>It could not be written</source>
        <translation>保存できませんでした</translation>
    </message>
    <message>
        <source>It was saved</source>
        <translation>保存しました</translation>
    </message>
    <message>
        <source>Mark as reviewed(&amp;S)</source>
        <translation>確認済みにする(&amp;S)</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Nothing was disposed of in this year. What is disposed of is listed here, so that it can be shown years later.</source>
        <translation>この年度に廃棄したものはありません。廃棄や消去をすると、ここに1件ずつ載り、何年後でも示せます。</translation>
    </message>
    <message>
        <source>PDF(&amp;P)</source>
        <translation>PDFで保存する(&amp;P)</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>読んでいます</translation>
    </message>
    <message>
        <source>Register of disposals</source>
        <translation>廃棄記録簿</translation>
    </message>
    <message>
        <source>The check on %1 had findings; they are recorded with it.</source>
        <translation>%1に確かめたときに見つかったことも、いっしょに残します。</translation>
    </message>
    <message>
        <source>The ledger can only be read at present.</source>
        <translation>いまは台帳を読むことだけができます。</translation>
    </message>
    <message>
        <source>The ledger was whole when it was checked on %1.</source>
        <translation>%1に確かめたとき、台帳は完全でした。</translation>
    </message>
    <message>
        <source>The register cannot be read</source>
        <translation>廃棄記録簿を読めません</translation>
    </message>
    <message>
        <source>To follow (%1)(&amp;O)</source>
        <translation>残る処置（%1）(&amp;O)</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>処理内容</translation>
    </message>
    <message>
        <source>What</source>
        <translation>もの</translation>
    </message>
    <message>
        <source>Where to put it</source>
        <translation>保存する場所</translation>
    </message>
    <message>
        <source>You see what you did yourself, and what was done with files that you have had to do with.</source>
        <translation>自分がしたことと、自分がかかわったファイルの記録だけが見えます。</translation>
    </message>
</context>
<context>
    <name>shirushi::disposals::RunPage</name>
    <message numerus="yes">
        <source>%n of them cannot be disposed of now</source>
        <translation>
            <numerusform>%n件は、今は廃棄できません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things will be disposed of and cannot be brought back by anybody</source>
        <translation>
            <numerusform>%n件を廃棄します。廃棄すると、誰にも元に戻せません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things will be erased and cannot be brought back by anybody</source>
        <translation>
            <numerusform>%n件を消去します。消去すると、誰にも元に戻せません</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked on %1. Reason: %2</source>
        <translation>申請：%1　理由：%2</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Choose files(&amp;F)</source>
        <translation>ファイルを選ぶ(&amp;F)</translation>
    </message>
    <message>
        <source>Choose the files that the permission names</source>
        <translation>許可にあるファイルを選ぶ</translation>
    </message>
    <message numerus="yes">
        <source>Dispose of %n(&amp;S)</source>
        <translation>
            <numerusform>%n件を廃棄する(&amp;S)</numerusform>
        </translation>
    </message>
    <message>
        <source>Dispose of it</source>
        <translation>廃棄する</translation>
    </message>
    <message>
        <source>Disposing of it</source>
        <translation>廃棄しています</translation>
    </message>
    <message>
        <source>Drop them here, or choose them. Only those that the permission names can be disposed of.</source>
        <translation>ここにファイルを置くか、選んでください。許可にあるものだけを廃棄できます。</translation>
    </message>
    <message numerus="yes">
        <source>Erase %n(&amp;S)</source>
        <translation>
            <numerusform>%n件を消去する(&amp;S)</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase it</source>
        <translation>消去する</translation>
    </message>
    <message>
        <source>For this reason the rules ask for no permission.</source>
        <translation>この理由では、規程は許可を求めていません。</translation>
    </message>
    <message>
        <source>I have looked at the list above. It cannot be undone.</source>
        <translation>上の一覧を見ました。元に戻せないことを承知しています</translation>
    </message>
    <message>
        <source>If you stop, what is gone stays gone and has its record. Every other file stays where it is.</source>
        <translation>止めると、消えたものは戻らず、記録が残ります。ほかのファイルは、元の場所に残ります。</translation>
    </message>
    <message>
        <source>It was not done</source>
        <translation>できませんでした</translation>
    </message>
    <message>
        <source>Look again(&amp;U)</source>
        <translation>もう一度調べる(&amp;U)</translation>
    </message>
    <message>
        <source>Looking at it</source>
        <translation>調べています</translation>
    </message>
    <message>
        <source>Looking at it: %1</source>
        <translation>調べています：%1</translation>
    </message>
    <message>
        <source>Nothing is changed by it, and you can stop at any time.</source>
        <translation>何も変更しません。いつでも止められます。</translation>
    </message>
    <message>
        <source>Please look at the list, then tick that you have done so.</source>
        <translation>一覧を見て、確認に印を付けてください。</translation>
    </message>
    <message>
        <source>Refused. Nothing was touched.</source>
        <translation>許可に合わないため、中止しました。何にも触れていません。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was touched.</source>
        <translation>止めました。何にも触れていません。</translation>
    </message>
    <message>
        <source>Take the tick away from what is to stay.</source>
        <translation>残すものは、印を外してください。</translation>
    </message>
    <message>
        <source>What is disposed of</source>
        <translation>廃棄するもの</translation>
    </message>
    <message>
        <source>What is left cannot be said</source>
        <translation>何が残っているかが分かりません</translation>
    </message>
    <message>
        <source>What would be done cannot be said</source>
        <translation>何をすることになるかが分かりません</translation>
    </message>
    <message>
        <source>Where the files of this request lie was not noted here</source>
        <translation>この申請のファイルがどこにあるかは、この端末に控えがありません</translation>
    </message>
    <message>
        <source>Why stands beside each. When that is seen to, look again.</source>
        <translation>理由は、それぞれの備考にあります。直したら、もう一度調べてください。</translation>
    </message>
</context>
<context>
    <name>shirushi::disposals::StatementPage</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>処理した業者</translation>
    </message>
    <message>
        <source>How it was treated</source>
        <translation>どのように処置したか</translation>
    </message>
    <message>
        <source>It is recorded under your name as what you say, and cannot be changed afterwards.</source>
        <translation>あなたの申告として、あなたの名前で記録します。あとから直せません。</translation>
    </message>
    <message>
        <source>It was done as it stands here</source>
        <translation>このとおりに処置しました</translation>
    </message>
    <message>
        <source>It was not recorded</source>
        <translation>記録できませんでした</translation>
    </message>
    <message>
        <source>Its class asks for: %1</source>
        <translation>分類が求めること：%1</translation>
    </message>
    <message>
        <source>Number of its certificate</source>
        <translation>証明書の番号</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>処置した日</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>選んでください</translation>
    </message>
    <message>
        <source>Please choose how it was treated.</source>
        <translation>処置の方法を選んでください。</translation>
    </message>
    <message>
        <source>Please tick that it was done so.</source>
        <translation>このとおりに処置したことに印を付けてください。</translation>
    </message>
    <message>
        <source>Record it(&amp;S)</source>
        <translation>記録する(&amp;S)</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>記録しています</translation>
    </message>
    <message>
        <source>Shirushi does nothing to it: you record what was done.</source>
        <translation>処置は人が行います。ここには、行った処置を記録します。</translation>
    </message>
    <message>
        <source>Tick those whose data lay on this medium or device.</source>
        <translation>この媒体や機器にデータがあったものに印を付けてください。</translation>
    </message>
    <message>
        <source>What was done with %1</source>
        <translation>%1の処置</translation>
    </message>
    <message>
        <source>Which open treatments are finished by it</source>
        <translation>これで終わる「残る処置」</translation>
    </message>
    <message>
        <source>Which treatments are open cannot be said</source>
        <translation>残っている処置を調べられません</translation>
    </message>
    <message>
        <source>Who did it (empty: you)</source>
        <translation>処置した人（空欄：あなた）</translation>
    </message>
    <message>
        <source>Who of the staff stood by</source>
        <translation>立ち会った職員</translation>
    </message>
</context>
<context>
    <name>shirushi::disposals::ThingModel</name>
    <message>
        <source>Class</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>分類なし</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>What</source>
        <translation>もの</translation>
    </message>
</context>
<context>
    <name>shirushi::erasure</name>
    <message>
        <source>A folder on the way became a link meanwhile. Nothing was erased.</source>
        <translation>途中のフォルダーがリンクに置き換わっていました。何も消していません。</translation>
    </message>
    <message>
        <source>An SSD, USB stick or memory card writes new bytes to another place by itself: the old ones may be left on it.</source>
        <translation>SSD・USBメモリ・メモリーカードは、新しいデータを別の場所に書きます。元のデータが残っているかもしれません。</translation>
    </message>
    <message>
        <source>Another file has taken this name meanwhile. It stays as it is.</source>
        <translation>その間に同じ名前の別のファイルができました。そのファイルには触れていません。</translation>
    </message>
    <message>
        <source>Another file shares these bytes on the medium: they stay as long as it does.</source>
        <translation>媒体の上で、別のファイルと同じデータを共有しています。そのファイルがある間は残ります。</translation>
    </message>
    <message>
        <source>Another program has this file open: %1. Please close it first.</source>
        <translation>ほかのプログラムがこのファイルを開いています：%1。先に閉じてください。</translation>
    </message>
    <message>
        <source>Another program keeps writing to this file. It was overwritten in part and is still there.</source>
        <translation>ほかのプログラムがこのファイルに書き込み続けています。一部を上書きしましたが、ファイルは残っています。</translation>
    </message>
    <message>
        <source>Another program makes this file system: what it keeps does not show here.</source>
        <translation>このファイルシステムは別のプログラムが作っています。何が残るかは、ここからは分かりません。</translation>
    </message>
    <message>
        <source>In other folders: %1</source>
        <translation>ほかのフォルダーの中の名前：%1</translation>
    </message>
    <message>
        <source>In the same folder: %1</source>
        <translation>同じフォルダーにある名前：%1</translation>
    </message>
    <message>
        <source>It was overwritten at least in part, and cannot be used any more.</source>
        <translation>少なくとも一部は上書きされていて、もう使えません。</translation>
    </message>
    <message>
        <source>Only files are erased: this is a link or a folder.</source>
        <translation>消去できるのはファイルだけです。これはリンクかフォルダーです。</translation>
    </message>
    <message>
        <source>Only files are erased: this is something else.</source>
        <translation>消去できるのはファイルだけです。これはファイルではありません。</translation>
    </message>
    <message>
        <source>SSD</source>
        <translation>SSD</translation>
    </message>
    <message>
        <source>Snapshots are kept here: they may have the file.</source>
        <translation>ここにはスナップショット（過去の写し）があり、このファイルが入っているかもしれません。</translation>
    </message>
    <message>
        <source>The file is so small that it lies in the file system's own records, of which older copies may be left.</source>
        <translation>ファイルが小さく、ファイルシステムの管理情報の中に入っています。その古い写しが残っているかもしれません。</translation>
    </message>
    <message>
        <source>The file lies in memory, which may have been moved out to a disk.</source>
        <translation>ファイルはメモリーにあり、ディスクに書き出されたことがあるかもしれません。</translation>
    </message>
    <message>
        <source>The file lies on a server: what it keeps does not show here.</source>
        <translation>ファイルはサーバーにあります。サーバーに何が残るかは、ここからは分かりません。</translation>
    </message>
    <message>
        <source>The file may also lie in a layer below, which is not changed.</source>
        <translation>下の層にもファイルがあるかもしれません。そちらは変わりません。</translation>
    </message>
    <message>
        <source>The file system compresses or encrypts this file and writes it to another place: the old bytes may be left.</source>
        <translation>ファイルシステムがこのファイルを圧縮または暗号化し、別の場所に書きます。元のデータが残っているかもしれません。</translation>
    </message>
    <message>
        <source>The file was changed meanwhile. It was not erased.</source>
        <translation>その間にファイルが変わったため、消去しませんでした。</translation>
    </message>
    <message>
        <source>The file was overwritten, but something else was read back. The medium may be damaged.</source>
        <translation>上書きしましたが、読み返すと違う内容でした。記録媒体が傷んでいるおそれがあります。</translation>
    </message>
    <message>
        <source>The journal of this file system keeps the contents of files too: what was in it before may be left there.</source>
        <translation>このファイルシステムの記録領域（ジャーナル）は、ファイルの内容も書きとめます。元の内容が残っているかもしれません。</translation>
    </message>
    <message>
        <source>The list of recently used files is not well formed. It stays as it is.</source>
        <translation>最近使ったファイルの一覧が壊れていて、読み取れません。そのまま残します。</translation>
    </message>
    <message>
        <source>This file got another name (hard link) meanwhile. Please remove that name first.</source>
        <translation>作業中に、このファイルに別の名前（ハードリンク）が付きました。先にその名前を削除してください。</translation>
    </message>
    <message>
        <source>This file has further names (hard links). What stands under them would be erased with it.</source>
        <translation>このファイルには別の名前（ハードリンク）があります。消去すると、その名前の内容も消えます。</translation>
    </message>
    <message>
        <source>This file system is not known: overwriting cannot be promised.</source>
        <translation>知らないファイルシステムです。上書きで消えるとは約束できません。</translation>
    </message>
    <message>
        <source>This file system writes new bytes to another place: the old ones may be left on the medium.</source>
        <translation>このファイルシステムは、新しいデータを別の場所に書きます。元のデータが媒体に残っているかもしれません。</translation>
    </message>
    <message>
        <source>This folder is copied elsewhere by another program: the copies there, and their older versions, stay.</source>
        <translation>このフォルダーは、別のプログラムがよそへ同期しています。同期先の写しや古い版は残ります。</translation>
    </message>
    <message>
        <source>What the file lies on does not show: overwriting cannot be promised.</source>
        <translation>何に保存されているかが分かりません。上書きで消えるとは約束できません。</translation>
    </message>
    <message>
        <source>hard disk</source>
        <translation>ハードディスク</translation>
    </message>
    <message>
        <source>removable medium</source>
        <translation>取り外しできる媒体</translation>
    </message>
    <message>
        <source>unknown medium</source>
        <translation>不明な媒体</translation>
    </message>
</context>
<context>
    <name>shirushi::label</name>
    <message>
        <source>%1 bytes behind the picture</source>
        <translation>画像の後ろに%1バイト</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1文字</translation>
    </message>
    <message>
        <source>%1 earlier versions</source>
        <translation>以前の版 %1個</translation>
    </message>
    <message>
        <source>%1 headers cannot take a visible mark.</source>
        <translation>%1 個のヘッダーには、分類を表示できません。</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1件のレコード</translation>
    </message>
    <message>
        <source>%1 slides cannot take a visible mark.</source>
        <translation>%1 枚のスライドには、分類を表示できません。</translation>
    </message>
    <message>
        <source>A part of the file has a document type declaration.</source>
        <translation>ファイルの中に、安全に扱えない宣言（文書型宣言）があります。</translation>
    </message>
    <message>
        <source>A part of the file is not written in UTF-8.</source>
        <translation>ファイルの一部が UTF-8 で書かれていません。</translation>
    </message>
    <message>
        <source>An image carries the class in its properties; it gets no visible mark.</source>
        <translation>画像の分類はプロパティに書き込みます。画像の上には表示しません。</translation>
    </message>
    <message>
        <source>Attached file</source>
        <translation>添付ファイル</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Author and other properties</source>
        <translation>作成者などのプロパティ</translation>
    </message>
    <message>
        <source>Base of links</source>
        <translation>リンクの基点</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分類項目</translation>
    </message>
    <message>
        <source>Comment or note</source>
        <translation>コメント・注釈</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>コメント</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>会社名</translation>
    </message>
    <message>
        <source>Could not be looked into</source>
        <translation>中を確かめられないもの</translation>
    </message>
    <message>
        <source>Data connection</source>
        <translation>データ接続</translation>
    </message>
    <message>
        <source>Data of the program that made the file</source>
        <translation>作成したソフトのデータ</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Document variable</source>
        <translation>文書変数</translation>
    </message>
    <message>
        <source>Earlier version inside</source>
        <translation>中に残る以前の版</translation>
    </message>
    <message>
        <source>Embedded file or object</source>
        <translation>埋め込まれたファイル・オブジェクト</translation>
    </message>
    <message>
        <source>Footer</source>
        <translation>フッター</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>フォーム</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>ヘッダー</translation>
    </message>
    <message>
        <source>Hidden columns</source>
        <translation>非表示の列</translation>
    </message>
    <message>
        <source>Hidden layer</source>
        <translation>非表示のレイヤー</translation>
    </message>
    <message>
        <source>Hidden or invisible text</source>
        <translation>隠し文字・見えない文字</translation>
    </message>
    <message>
        <source>Hidden rows</source>
        <translation>非表示の行</translation>
    </message>
    <message>
        <source>Hidden sheet</source>
        <translation>非表示のシート</translation>
    </message>
    <message>
        <source>Hidden slide</source>
        <translation>非表示のスライド</translation>
    </message>
    <message>
        <source>Kept copy of other data</source>
        <translation>ほかのデータの控え</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>キーワード</translation>
    </message>
    <message>
        <source>Last changed by</source>
        <translation>最終更新者</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>Link to a file elsewhere</source>
        <translation>ほかの場所のファイルへのリンク</translation>
    </message>
    <message>
        <source>Macro</source>
        <translation>マクロ</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>ノート</translation>
    </message>
    <message>
        <source>Owner of the camera</source>
        <translation>カメラの所有者</translation>
    </message>
    <message>
        <source>Place where the picture was taken</source>
        <translation>撮影場所</translation>
    </message>
    <message>
        <source>Printed by</source>
        <translation>印刷者</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>権利</translation>
    </message>
    <message>
        <source>Script or action</source>
        <translation>スクリプト・自動の動作</translation>
    </message>
    <message>
        <source>Serial number of the camera</source>
        <translation>カメラの製造番号</translation>
    </message>
    <message>
        <source>Sheet “%1”</source>
        <translation>シート「%1」</translation>
    </message>
    <message>
        <source>Shirushi cannot look into files of this format. Please check it with the program that made it.</source>
        <translation>この形式のファイルは中を確かめられません。作成したソフトで確かめてください。</translation>
    </message>
    <message>
        <source>Slide %1</source>
        <translation>スライド%1</translation>
    </message>
    <message>
        <source>Speaker's notes</source>
        <translation>発表者用のノート</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Text outside the visible page</source>
        <translation>ページの外の文字</translation>
    </message>
    <message>
        <source>Text under a box or picture</source>
        <translation>塗りつぶしや画像の下の文字</translation>
    </message>
    <message>
        <source>The XMP metadata in this file has a form that is not changed here.</source>
        <translation>このファイルのXMPメタデータは、書き換えられない形式です。</translation>
    </message>
    <message>
        <source>The XMP metadata in this file is damaged.</source>
        <translation>このファイルのXMPメタデータは壊れています。</translation>
    </message>
    <message>
        <source>The XMP metadata in this file is not in UTF-8.</source>
        <translation>このファイルのXMPメタデータの文字コードがUTF-8ではありません。</translation>
    </message>
    <message>
        <source>The XMP metadata in this file is too large.</source>
        <translation>このファイルのXMPメタデータが大きすぎます。</translation>
    </message>
    <message>
        <source>The content cannot be compared: the file is of another kind.</source>
        <translation>ファイルの種類が異なるため、内容を比べられません。</translation>
    </message>
    <message>
        <source>The document is written in a way that leaves no place for a visible mark.</source>
        <translation>この文書は書き方が特殊なため、分類を見えるところに表示できません。</translation>
    </message>
    <message>
        <source>The file has a digital signature, which a change would break.</source>
        <translation>ファイルに電子署名があり、書き換えると署名が無効になります。</translation>
    </message>
    <message>
        <source>The file has a digital signature.</source>
        <translation>ファイルに電子署名が付いています。</translation>
    </message>
    <message>
        <source>The file holds a form (XFA) that Shirushi cannot look into.</source>
        <translation>このファイルには、中を確かめられないフォーム（XFA）があります。</translation>
    </message>
    <message>
        <source>The file holds more than may be unpacked safely.</source>
        <translation>ファイルの中身が大きすぎるため、安全に展開できません。</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>ファイルが壊れています。</translation>
    </message>
    <message>
        <source>The file is damaged: a part is not well-formed XML.</source>
        <translation>ファイルが壊れています。中の一部が正しい XML になっていません。</translation>
    </message>
    <message>
        <source>The file is damaged: a part of it cannot be read.</source>
        <translation>ファイルが壊れています（中身の一部を読み取れません）。</translation>
    </message>
    <message>
        <source>The file is damaged: its container is not well formed.</source>
        <translation>ファイルが壊れています（入れ物の形式が正しくありません）。</translation>
    </message>
    <message>
        <source>The file is damaged: its parts do not fit together.</source>
        <translation>ファイルが壊れています。中の部品のつながりが正しくありません。</translation>
    </message>
    <message>
        <source>The file is encrypted.</source>
        <translation>ファイルが暗号化されています。</translation>
    </message>
    <message>
        <source>The file is locked with a password.</source>
        <translation>ファイルにパスワードがかかっています。</translation>
    </message>
    <message>
        <source>The file is packed in a way that Shirushi does not know.</source>
        <translation>しるしが対応していない方式で圧縮されたファイルです。</translation>
    </message>
    <message>
        <source>The file is too large or too intricate to be looked through to its end.</source>
        <translation>ファイルが大きすぎるか複雑すぎるため、終わりまで確かめられません。</translation>
    </message>
    <message>
        <source>The file is written in a form that Shirushi does not change.</source>
        <translation>しるしが書き換えを行わない形式のファイルです。</translation>
    </message>
    <message>
        <source>The image carries a signature (Content Credentials).</source>
        <translation>画像に署名（コンテンツクレデンシャル）が付いています。</translation>
    </message>
    <message>
        <source>The image has a form that is not changed here.</source>
        <translation>この画像は、書き換えられない形式です。</translation>
    </message>
    <message>
        <source>The image has extended XMP metadata.</source>
        <translation>画像に拡張XMPメタデータがあります。</translation>
    </message>
    <message>
        <source>The image has more than one XMP packet.</source>
        <translation>画像に複数のXMPメタデータがあります。</translation>
    </message>
    <message>
        <source>The image has too many parts.</source>
        <translation>画像の構成要素が多すぎます。</translation>
    </message>
    <message>
        <source>The image is damaged.</source>
        <translation>画像が壊れています。</translation>
    </message>
    <message>
        <source>The image points to data behind it, which must not move.</source>
        <translation>画像の後ろに、位置を変えられないデータがあります。</translation>
    </message>
    <message>
        <source>The label in this file cannot be read.</source>
        <translation>このファイルの表示を読み取れません。</translation>
    </message>
    <message>
        <source>The page is too intricate, or damaged, and was not looked through to its end.</source>
        <translation>ページが複雑すぎるか壊れているため、終わりまで確かめていません。</translation>
    </message>
    <message>
        <source>The page style “%1” has its header switched off and has no mark.</source>
        <translation>ページスタイル「%1」はヘッダーが無効になっているため、分類を表示できませんでした。</translation>
    </message>
    <message>
        <source>The pages of this PDF are built in a way that takes no mark.</source>
        <translation>このPDFのページは、分類を表示できない作りです。</translation>
    </message>
    <message>
        <source>The part cannot be read.</source>
        <translation>この部分を読めません。</translation>
    </message>
    <message>
        <source>The part is too large.</source>
        <translation>この部分は大きすぎます。</translation>
    </message>
    <message>
        <source>The picture is damaged.</source>
        <translation>画像が壊れています。</translation>
    </message>
    <message>
        <source>The print headers of %1 sheets have no room for the visible mark.</source>
        <translation>%1 枚のシートは、印刷ヘッダーに空きがないため、分類を表示できません。</translation>
    </message>
    <message>
        <source>The properties (XMP) cannot be read.</source>
        <translation>プロパティ（XMP）を読めません。</translation>
    </message>
    <message>
        <source>The properties of the file have names that Shirushi needs.</source>
        <translation>ファイルのプロパティに、しるしが使う名前が既にあります。</translation>
    </message>
    <message>
        <source>There is no place for a mark in this file.</source>
        <translation>このファイルには分類を表示できる場所がありません。</translation>
    </message>
    <message>
        <source>There is no room for the label in this file.</source>
        <translation>このファイルには、分類を書き込む余地がありません。</translation>
    </message>
    <message>
        <source>This is a raw image of a camera.</source>
        <translation>カメラのRAW画像です。</translation>
    </message>
    <message>
        <source>This kind of Office file cannot carry a label.</source>
        <translation>この種類の Office ファイルには、分類を書き込めません。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>Tracked change</source>
        <translation>変更履歴</translation>
    </message>
    <message>
        <source>When opened</source>
        <translation>開いたとき</translation>
    </message>
    <message>
        <source>columns %1 to %2</source>
        <translation>%1～%2列目</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>%1ページ</translation>
    </message>
    <message>
        <source>paragraph %1</source>
        <translation>段落%1</translation>
    </message>
    <message>
        <source>rows %1 to %2</source>
        <translation>%1～%2行目</translation>
    </message>
</context>
<context>
    <name>shirushi::labelling</name>
    <message>
        <source>A file of this kind cannot carry a visible mark.</source>
        <translation>この種類のファイルには、目に見える表示を入れられません。</translation>
    </message>
    <message>
        <source>An open deed in the ledger cannot be read.</source>
        <translation>台帳にある途中の処理を読み取れません。</translation>
    </message>
    <message>
        <source>Documents of this kind have another class.</source>
        <translation>この種類の文書の分類は、これと違います。</translation>
    </message>
    <message>
        <source>Nobody of this office signed this label.</source>
        <translation>この分類の表示には、この職場の人の電子署名がありません。</translation>
    </message>
    <message>
        <source>Nobody of this office signed this label. Please label the file anew.</source>
        <translation>この分類の表示には、この職場の人の電子署名がありません。分類を付け直してください。</translation>
    </message>
    <message>
        <source>Only this role designates a class: %1.</source>
        <translation>分類を指定できるのは、%1だけです。</translation>
    </message>
    <message>
        <source>The .xmp file beside it is another program's and cannot be added to: the label is in an attribute of the file alone, which mail and USB sticks may lose.</source>
        <translation>となりの .xmp ファイルはほかのプログラムのもので、書き加えられません。分類の表示はファイルの属性だけに入れました。メールやUSBメモリを通ると失われることがあります。</translation>
    </message>
    <message>
        <source>The class becomes lower than it is: please give a reason.</source>
        <translation>分類がいまより低くなります。理由を書いてください。</translation>
    </message>
    <message>
        <source>The document was changed after it was classified.</source>
        <translation>この文書は、分類を付けた後で変わっています。</translation>
    </message>
    <message>
        <source>The document was changed after it was classified. Please label it anew.</source>
        <translation>この文書は、分類を付けた後で変わっています。分類を付け直してください。</translation>
    </message>
    <message>
        <source>The file has no label.</source>
        <translation>このファイルに表示はありません。</translation>
    </message>
    <message>
        <source>The file has other names (hard links); they show this label, too.</source>
        <translation>このファイルには別の名前（ハードリンク）があり、そちらでも同じ表示が読み取られます。</translation>
    </message>
    <message>
        <source>The file has other names (hard links); those keep the file without this label.</source>
        <translation>このファイルには別の名前（ハードリンク）があり、そちらには表示が付きません。</translation>
    </message>
    <message>
        <source>The file is damaged, or of another kind than its name says.</source>
        <translation>ファイルが壊れているか、名前と違う種類です。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>ファイルが空です。</translation>
    </message>
    <message>
        <source>The file is encrypted, or in an older Office format.</source>
        <translation>暗号化されているか、古い形式のOfficeファイルです。</translation>
    </message>
    <message>
        <source>The file is read-only, so the label lies beside it.</source>
        <translation>読み取り専用のファイルなので、添え札（.xmp）に表示しました。</translation>
    </message>
    <message>
        <source>The file is read-only.</source>
        <translation>読み取り専用のファイルです。</translation>
    </message>
    <message>
        <source>The file stays as it is; the label lies beside it.</source>
        <translation>ファイルはそのままにして、添え札（.xmp）に表示しました。</translation>
    </message>
    <message>
        <source>The file was opened through a link and keeps its name, so that the link still leads to it.</source>
        <translation>リンクを通して開いたファイルなので、リンクが切れないよう名前はそのままです。</translation>
    </message>
    <message>
        <source>The label could not be read back from the file, so it lies beside it.</source>
        <translation>ファイルに付けた表示を読み返せなかったので、添え札（.xmp）に表示しました。</translation>
    </message>
    <message>
        <source>The label could not be read back.</source>
        <translation>付けた表示を読み返せませんでした。</translation>
    </message>
    <message>
        <source>The name is too long for a label beside the file. Please shorten it.</source>
        <translation>ファイル名が長く、添え札（.xmp）を置けません。名前を短くしてください。</translation>
    </message>
    <message>
        <source>The name is too long for a label beside the file: the label is in an attribute of the file alone, which mail and USB sticks may lose.</source>
        <translation>名前が長く、添え札（.xmp）を作れないため、ファイルの属性だけに表示しました。メールやUSBメモリで渡すと、表示が失われることがあります。</translation>
    </message>
    <message>
        <source>The older label beside the file could not be removed.</source>
        <translation>古い添え札（.xmp）を消せませんでした。</translation>
    </message>
    <message>
        <source>The rules forbid it (%1).</source>
        <translation>規程で禁じられています（%1）。</translation>
    </message>
    <message>
        <source>The rules know no designation.</source>
        <translation>規程に、分類の指定の定めはありません。</translation>
    </message>
    <message>
        <source>The rules know no such kind of document.</source>
        <translation>規程に、この文書の種類はありません。</translation>
    </message>
    <message>
        <source>The visible mark could not be placed.</source>
        <translation>目に見える表示は入れられませんでした。</translation>
    </message>
    <message>
        <source>The work was interrupted, and the file is not as it was to become.</source>
        <translation>処理が途中で止まり、ファイルは変わりませんでした。</translation>
    </message>
    <message>
        <source>There is already a file of the name that this one would get.</source>
        <translation>分類を付けた名前のファイルが、すでにあります。</translation>
    </message>
    <message>
        <source>There is no proposed class to be designated.</source>
        <translation>指定を待っている分類（案）がありません。</translation>
    </message>
    <message>
        <source>This class has been designated already.</source>
        <translation>この分類は、指定済みです。</translation>
    </message>
    <message>
        <source>This file belongs to another file and has no label of its own.</source>
        <translation>ほかのファイルに付属するファイルなので、これだけに表示は付けません。</translation>
    </message>
    <message>
        <source>This file has no class by the rules of this office. Please label it first.</source>
        <translation>このファイルには、この職場の規程による分類がありません。先に分類を付けてください。</translation>
    </message>
    <message>
        <source>This file is open in another program. Please close it there and try again.</source>
        <translation>ほかのプログラムで開かれています。閉じてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>This link leads out of its folder.</source>
        <translation>このリンクはフォルダーの外を指しています。</translation>
    </message>
    <message>
        <source>With the class in it the file name would be too long.</source>
        <translation>分類を入れるとファイル名が長くなりすぎます。</translation>
    </message>
</context>
<context>
    <name>shirushi::ledger</name>
    <message>
        <source>A checkpoint is not one that somebody of this office signed (%2).</source>
        <translation>チェックポイントに、この職場の人の正しい署名がありません（%2）。</translation>
    </message>
    <message>
        <source>A file that is kept in the ledger may have 10 MiB at most.</source>
        <translation>台帳に保管できるファイルは、10MBまでです。</translation>
    </message>
    <message>
        <source>A key file is not that of the person it names (%2).</source>
        <translation>鍵ファイルが、その名前の人のものではありません（%2）。</translation>
    </message>
    <message>
        <source>A part of the proof is missing: every QR code has a line of its own.</source>
        <translation>証明の一部がありません。QRコードは1つにつき1行です。</translation>
    </message>
    <message>
        <source>A stored hash over the entries from %1 on was changed.</source>
        <translation>記録%1からの範囲の検証用ハッシュが書き換えられています。</translation>
    </message>
    <message>
        <source>Administrator let in</source>
        <translation>管理者の鍵ファイルの読込み</translation>
    </message>
    <message>
        <source>An entry of the ledger cannot be read.</source>
        <translation>台帳の記録を読み取れません。</translation>
    </message>
    <message>
        <source>Another program is writing to the ledger. Please try again.</source>
        <translation>ほかのプログラムが台帳に書き込んでいます。もう一度お試しください。</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>控えを作った</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Class after</source>
        <translation>変更後の分類</translation>
    </message>
    <message>
        <source>Class asked for</source>
        <translation>分類の相談</translation>
    </message>
    <message>
        <source>Class before</source>
        <translation>前の分類</translation>
    </message>
    <message>
        <source>Closed in a vault</source>
        <translation>保管庫の中で閉じた</translation>
    </message>
    <message>
        <source>Content hash</source>
        <translation>内容のハッシュ値</translation>
    </message>
    <message>
        <source>Countersigned</source>
        <translation>確かめたことを記録しました</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Decision on paper</source>
        <translation>紙の決裁</translation>
    </message>
    <message>
        <source>Designation</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>Disposal begun</source>
        <translation>廃棄の開始</translation>
    </message>
    <message>
        <source>Disposals listed</source>
        <translation>廃棄予定簿</translation>
    </message>
    <message>
        <source>Disposed of</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>Entry %1 cannot be read.</source>
        <translation>記録%1番は読めません。</translation>
    </message>
    <message>
        <source>Entry %1 changes the roster, but not with the office's root key.</source>
        <translation>記録%1は名簿を変えるものですが、職場の根鍵による署名がありません。</translation>
    </message>
    <message>
        <source>Entry %1 is dated before the entry in front of it: the clock was set back.</source>
        <translation>記録%1の日時が、前の記録より前になっています（時計が戻されました）。</translation>
    </message>
    <message>
        <source>Entry %1 is signed by somebody who was not in the roster then (%2).</source>
        <translation>記録%1に署名した人は、そのとき名簿にいませんでした（%2）。</translation>
    </message>
    <message>
        <source>Entry %1 stands in another entry's place.</source>
        <translation>記録%1は、別の記録の場所に置かれています。</translation>
    </message>
    <message>
        <source>Entry %1 was changed after it was written.</source>
        <translation>記録%1は、書かれたあとで変えられています。</translation>
    </message>
    <message>
        <source>Entry %1 was inserted; nobody wrote it here.</source>
        <translation>記録%1は、あとから差し込まれたものです。</translation>
    </message>
    <message>
        <source>Entry %1 was removed.</source>
        <translation>記録%1が取り除かれています。</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Exception reported</source>
        <translation>例外措置を報告した</translation>
    </message>
    <message>
        <source>File</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Findings accepted</source>
        <translation>台帳の状態を認めた</translation>
    </message>
    <message>
        <source>Item of a vault changed</source>
        <translation>保管庫の品目を変更</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Label removed</source>
        <translation>表示の取外し</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>分類の表示</translation>
    </message>
    <message>
        <source>Locked anew in a vault</source>
        <translation>保管庫で施錠し直した</translation>
    </message>
    <message>
        <source>Lost entry</source>
        <translation>失われた記録</translation>
    </message>
    <message>
        <source>Members of a vault changed</source>
        <translation>保管庫の利用者を変更</translation>
    </message>
    <message>
        <source>Moved into another vault</source>
        <translation>別の保管庫へ移した</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Office set up</source>
        <translation>職場の開設</translation>
    </message>
    <message>
        <source>Only an administrator can take the ledger as it stands.</source>
        <translation>台帳をいまのまま受け入れられるのは、管理人だけです。</translation>
    </message>
    <message>
        <source>Opened in a vault</source>
        <translation>保管庫の中で開いた</translation>
    </message>
    <message>
        <source>Own key exported</source>
        <translation>自分の鍵を書き出した</translation>
    </message>
    <message>
        <source>Part of the ledger's tree is missing.</source>
        <translation>台帳の検証用の木の一部がありません。</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Please give a reason.</source>
        <translation>理由を入力してください。</translation>
    </message>
    <message>
        <source>Put into a vault</source>
        <translation>保管庫に入れた</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Recovered from a vault</source>
        <translation>保管庫から復元</translation>
    </message>
    <message>
        <source>Refusal</source>
        <translation>不承認</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>申請</translation>
    </message>
    <message>
        <source>Rescue item thrown away</source>
        <translation>救済した控えを捨てた</translation>
    </message>
    <message>
        <source>Restored from a backup</source>
        <translation>控えから戻した</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Roster changed</source>
        <translation>名簿を変えた</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SQLCipher is not there.</source>
        <translation>SQLCipherがありません。</translation>
    </message>
    <message>
        <source>Saved in a vault</source>
        <translation>保管庫に保存</translation>
    </message>
    <message>
        <source>Second copy made</source>
        <translation>控えを取った</translation>
    </message>
    <message>
        <source>Sending checked</source>
        <translation>送れるか確認した</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>サインインの失敗</translation>
    </message>
    <message>
        <source>Somebody in the address book was changed or removed without a record (%2). Please compare what stands there.</source>
        <translation>宛先帳の相手先が、記録なしに変更または削除されています（%2）。登録内容を確かめてください。</translation>
    </message>
    <message>
        <source>Taken out of a vault</source>
        <translation>保管庫から取り出した</translation>
    </message>
    <message>
        <source>The checkpoint file beside the ledger is gone (%2).</source>
        <translation>台帳のとなりのチェックポイントのファイルがありません（%2）。</translation>
    </message>
    <message>
        <source>The entries do not lead to the sealed checkpoint (%2).</source>
        <translation>記録の並びが、署名されたチェックポイントと合いません（%2）。</translation>
    </message>
    <message>
        <source>The file that is kept with entry %1 was changed or removed.</source>
        <translation>記録%1番といっしょに保管したファイルが、書き換えられたか、消されました。</translation>
    </message>
    <message>
        <source>The ledger cannot be opened with this key.</source>
        <translation>この鍵では台帳を開けません。</translation>
    </message>
    <message>
        <source>The ledger cannot be read or written.</source>
        <translation>台帳を読み書きできません。</translation>
    </message>
    <message>
        <source>The ledger file is damaged.</source>
        <translation>台帳のファイルが壊れています。</translation>
    </message>
    <message>
        <source>The ledger file is damaged: it cannot be read from entry %1 on.</source>
        <translation>台帳のファイルが壊れていて、記録%1から先を読めません。</translation>
    </message>
    <message>
        <source>The ledger key has the wrong length.</source>
        <translation>台帳の鍵の長さが違います。</translation>
    </message>
    <message>
        <source>The ledger was changed from outside and can only be read: %1</source>
        <translation>台帳が外から変えられたため、読むことだけができます。%1</translation>
    </message>
    <message>
        <source>The ledger was changed from outside just now. Nothing was written.</source>
        <translation>台帳がいま外から変えられました。何も書き込んでいません。</translation>
    </message>
    <message>
        <source>The ledger was replaced by an older copy: entries from %1 on are gone (%2).</source>
        <translation>台帳が古い写しに置き換えられています。記録%1から先がありません（%2）。</translation>
    </message>
    <message>
        <source>The newest entries were cut off, from entry %1 on.</source>
        <translation>新しい記録が、記録%1から切り取られています。</translation>
    </message>
    <message>
        <source>The office's root key is not the one that this ledger was founded with.</source>
        <translation>職場の根鍵が、この台帳を作ったときのものと違います。</translation>
    </message>
    <message>
        <source>The record of unfinished work at entry %1 was changed.</source>
        <translation>記録%1の途中の作業の控えが変えられています。</translation>
    </message>
    <message>
        <source>The roster is not the newest one that the ledger knows (%2).</source>
        <translation>名簿が、台帳にある最新のものではありません（%2）。</translation>
    </message>
    <message>
        <source>The roster was changed without the office's root key, or cannot be read (%2). If this file is taken away, the next sign-in writes it anew as the ledger has it.</source>
        <translation>名簿が、職場の根鍵による署名なしに変更されたか、読めません（%2）。このファイルを取り除くと、次のサインインのときに、台帳にある名簿から作り直します。</translation>
    </message>
    <message>
        <source>There is a personal number (My Number) in the text. The ledger must not hold any: please take it out.</source>
        <translation>文中に個人番号（マイナンバー）があります。台帳には記録できませんので、取り除いてください。</translation>
    </message>
    <message>
        <source>There is no ledger here.</source>
        <translation>台帳がありません。</translation>
    </message>
    <message>
        <source>There is no permission to write to the ledger.</source>
        <translation>台帳に書き込む権限がありません。</translation>
    </message>
    <message>
        <source>There is no space left for the ledger.</source>
        <translation>台帳を書くためのディスクの空きがありません。</translation>
    </message>
    <message>
        <source>There is no such entry.</source>
        <translation>当てはまる記録はありません。</translation>
    </message>
    <message>
        <source>There is nothing to accept: the ledger is whole.</source>
        <translation>台帳は完全です。受け入れるものはありません。</translation>
    </message>
    <message>
        <source>These are parts of different proofs.</source>
        <translation>別々の証明のQRコードが混ざっています。</translation>
    </message>
    <message>
        <source>This is not a checkpoint.</source>
        <translation>これはチェックポイントではありません。</translation>
    </message>
    <message>
        <source>This is not a proof of an entry.</source>
        <translation>これは記録の証明ではありません。</translation>
    </message>
    <message>
        <source>This is not a signed note.</source>
        <translation>これは署名された書付ではありません。</translation>
    </message>
    <message>
        <source>This is not an encrypted ledger.</source>
        <translation>暗号化された台帳ではありません。</translation>
    </message>
    <message>
        <source>This ledger was made by a newer version of Shirushi.</source>
        <translation>この台帳は、新しい版のしるしで作られています。</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>元に戻しました</translation>
    </message>
    <message>
        <source>Vault checked</source>
        <translation>保管庫を点検した</translation>
    </message>
    <message>
        <source>Vault first used here</source>
        <translation>保管庫を使い始めた</translation>
    </message>
    <message>
        <source>Vault made</source>
        <translation>保管庫を作成</translation>
    </message>
    <message>
        <source>Vault taken off the list</source>
        <translation>保管庫を一覧から外した</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>したこと</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>取下げ</translation>
    </message>
</context>
<context>
    <name>shirushi::people</name>
    <message>
        <source>A deputy stands in for somebody else of the office.</source>
        <translation>代決は、職場のほかの人に代わって行うものです。</translation>
    </message>
    <message>
        <source>A deputy's last day does not come before the first.</source>
        <translation>代決の最終日は初日より前にできません。</translation>
    </message>
    <message>
        <source>An application of this person is still open: it must be decided or withdrawn.</source>
        <translation>この人の申請が残っています。承認などの判断をするか、取り下げてください。</translation>
    </message>
    <message>
        <source>An id has 1 to 64 lower-case letters, digits, dots, hyphens or underscores.</source>
        <translation>利用者IDは、英小文字・数字・ピリオド・ハイフン・下線の1〜64文字です。</translation>
    </message>
    <message>
        <source>Another program gave the ledger a new key just now. Please try again.</source>
        <translation>ほかのプログラムが、たった今台帳の鍵を新しくしました。もう一度やり直してください。</translation>
    </message>
    <message>
        <source>Another program has the ledger open. Please close Shirushi everywhere and try again.</source>
        <translation>ほかのプログラムが台帳を開いています。すべての「しるし」を閉じてから、もう一度行ってください。</translation>
    </message>
    <message>
        <source>At least %1 characters</source>
        <translation>%1文字以上</translation>
    </message>
    <message>
        <source>At least one capital letter</source>
        <translation>英大文字を1文字以上</translation>
    </message>
    <message>
        <source>At least one digit</source>
        <translation>数字を1文字以上</translation>
    </message>
    <message>
        <source>At least one digit or sign</source>
        <translation>数字か記号を1文字以上</translation>
    </message>
    <message>
        <source>At least one letter</source>
        <translation>文字を1文字以上</translation>
    </message>
    <message>
        <source>At least one sign</source>
        <translation>記号を1文字以上</translation>
    </message>
    <message>
        <source>At least one small letter</source>
        <translation>英小文字を1文字以上</translation>
    </message>
    <message>
        <source>Nobody closes their own account: another administrator does.</source>
        <translation>自分のアカウントは閉じられません。ほかの管理者が閉じます。</translation>
    </message>
    <message>
        <source>Nobody of this id has applied here.</source>
        <translation>この利用者IDの参加申請はここにありません。</translation>
    </message>
    <message>
        <source>None of the passwords that others try first</source>
        <translation>ほかの人が最初に試すようなパスワードではない</translation>
    </message>
    <message>
        <source>Not your own name or user ID</source>
        <translation>自分の氏名や利用者IDを含まない</translation>
    </message>
    <message>
        <source>Only an administrator can bring a key file here.</source>
        <translation>ここで使えるのは、管理者の鍵ファイルだけです。</translation>
    </message>
    <message>
        <source>Only an administrator can do this.</source>
        <translation>管理者だけができます。</translation>
    </message>
    <message>
        <source>Only an administrator can restore the ledger.</source>
        <translation>台帳を復元できるのはシステム管理の担当者だけです。</translation>
    </message>
    <message>
        <source>Please give a name.</source>
        <translation>氏名を入れてください。</translation>
    </message>
    <message>
        <source>Please give a password.</source>
        <translation>パスワードを入れてください。</translation>
    </message>
    <message>
        <source>Please give an id and a name.</source>
        <translation>利用者IDと氏名を入れてください。</translation>
    </message>
    <message>
        <source>Shirushi has already been set up here.</source>
        <translation>しるしの準備はすでにできています。</translation>
    </message>
    <message>
        <source>Somebody else has changed the roster just now. Please try again.</source>
        <translation>ほかの人がたった今名簿を変更しました。もう一度やり直してください。</translation>
    </message>
    <message>
        <source>The administrator has not yet answered the application to join.</source>
        <translation>参加申請に管理者がまだ回答していません。</translation>
    </message>
    <message>
        <source>The backup is not whole: %1</source>
        <translation>控えに異状があります：%1</translation>
    </message>
    <message>
        <source>The key file is not the one that the roster names.</source>
        <translation>鍵ファイルが名簿のものと一致しません。</translation>
    </message>
    <message>
        <source>The ledger can only be read at present: nothing was changed.</source>
        <translation>台帳はいま読むことしかできません。何も変更していません。</translation>
    </message>
    <message>
        <source>The office's root file and its roster do not belong together.</source>
        <translation>職場の根ファイル（root.json）と名簿が一致しません。</translation>
    </message>
    <message>
        <source>The office's root file cannot be read.</source>
        <translation>職場の根ファイル（root.json）が読めません。</translation>
    </message>
    <message>
        <source>The office's root file was changed.</source>
        <translation>職場の根ファイル（root.json）が書き換えられています。</translation>
    </message>
    <message>
        <source>The office's root key is not kept on this desktop: the administrator must answer.</source>
        <translation>職場の根の鍵は、このパソコンには置かれていません。管理者の返事が必要です。</translation>
    </message>
    <message>
        <source>The password is wrong, or the key file was changed.</source>
        <translation>パスワードが違うか、鍵のファイルが変わっています。</translation>
    </message>
    <message>
        <source>The roster does not have this person with these keys.</source>
        <translation>名簿に、この鍵を持つ方がいません。</translation>
    </message>
    <message>
        <source>The roster is not the newest one that the ledger knows: nothing can be changed.</source>
        <translation>名簿が、台帳の知っている最新のものではありません。変更できません。</translation>
    </message>
    <message>
        <source>The shared folder cannot be reached. Its checkpoint must be renewed too.</source>
        <translation>共有フォルダーにつながりません。そこにある確認点も新しくする必要があります。</translation>
    </message>
    <message>
        <source>There is already a file of this name.</source>
        <translation>同じ名前のファイルがすでにあります。</translation>
    </message>
    <message>
        <source>There is already a person with this id.</source>
        <translation>この利用者IDの人がすでにいます。</translation>
    </message>
    <message>
        <source>There is no person with this id.</source>
        <translation>このIDの人はいません。</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>そのフォルダーはありません。</translation>
    </message>
    <message>
        <source>These keys belong to somebody already.</source>
        <translation>この鍵は、すでにだれかのものです。</translation>
    </message>
    <message>
        <source>These keys belong to somebody else already.</source>
        <translation>この鍵はすでに別の人のものです。</translation>
    </message>
    <message>
        <source>These rules have no such role.</source>
        <translation>この規程に、その役割はありません。</translation>
    </message>
    <message>
        <source>These rules have no such role. They have: %1.</source>
        <translation>この規程に、その役割はありません。あるのは %1 です。</translation>
    </message>
    <message>
        <source>These settings were made by a newer version of Shirushi.</source>
        <translation>この設定は、新しい版のしるしで作られています。</translation>
    </message>
    <message>
        <source>This account was closed.</source>
        <translation>このアカウントは閉じられています。</translation>
    </message>
    <message>
        <source>This application was changed: its signature is wrong.</source>
        <translation>この参加申請は書き換えられています。署名が合いません。</translation>
    </message>
    <message>
        <source>This is no application to join.</source>
        <translation>参加申請のファイルではありません。</translation>
    </message>
    <message>
        <source>This is no backup of this ledger, or one of before it got a new key because somebody left.</source>
        <translation>この台帳の控えではないか、退職等で台帳の鍵を替える前の控えです。</translation>
    </message>
    <message>
        <source>This is not the office's recovery code.</source>
        <translation>この職場の復旧コードではありません。</translation>
    </message>
    <message>
        <source>This is the backup of another ledger.</source>
        <translation>これは別の台帳の控えです。</translation>
    </message>
    <message>
        <source>This is the office's last administrator.</source>
        <translation>この職場の最後の管理者です。</translation>
    </message>
    <message>
        <source>This is the password of before.</source>
        <translation>前と同じパスワードです。</translation>
    </message>
    <message>
        <source>This key file belongs to somebody else.</source>
        <translation>この鍵のファイルは別の人のものです。</translation>
    </message>
    <message>
        <source>This key file cannot be read.</source>
        <translation>この鍵のファイルを読み取れません。</translation>
    </message>
    <message>
        <source>This person is not in the office's roster.</source>
        <translation>この人は職場の名簿にいません。</translation>
    </message>
    <message>
        <source>This person signs in here already.</source>
        <translation>この方は、すでにここでサインインできます。</translation>
    </message>
    <message>
        <source>This person's work on the file was interrupted and is not finished yet.</source>
        <translation>このファイルに対するこの人の作業が途中で止まっています。</translation>
    </message>
    <message>
        <source>This roster cannot be read.</source>
        <translation>この名簿は読めません。</translation>
    </message>
    <message>
        <source>This roster does not answer the application that was made here.</source>
        <translation>この名簿は、ここで作った参加申請への回答ではありません。</translation>
    </message>
    <message>
        <source>This roster has the number %1; here the number %2 is known already.</source>
        <translation>この名簿の番号は %1 です。ここではすでに番号 %2 を受け取っています。</translation>
    </message>
    <message>
        <source>This roster is not the office's, or an older one.</source>
        <translation>この職場の名簿ではないか、古い名簿です。</translation>
    </message>
    <message>
        <source>This roster is of another office: its fingerprint is %1.</source>
        <translation>これは別の職場の名簿です。指紋は %1 です。</translation>
    </message>
    <message>
        <source>This roster was changed: its signature is wrong.</source>
        <translation>この名簿は書き換えられています。署名が合いません。</translation>
    </message>
    <message>
        <source>Your own keys are yours as long as you are signed in; change your password instead.</source>
        <translation>自分の鍵はそのまま使えます。パスワードを変更してください。</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>ふつう</translation>
    </message>
    <message>
        <source>good</source>
        <translation>よい</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>強い</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>弱い</translation>
    </message>
</context>
<context>
    <name>shirushi::platform</name>
    <message>
        <source>Locking what is open</source>
        <translation>開いているものを施錠しています</translation>
    </message>
    <message>
        <source>The file ends too early.</source>
        <translation>ファイルが途中で終わっています。</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>ファイルが大きすぎます。</translation>
    </message>
    <message>
        <source>The file was changed by another program meanwhile.</source>
        <translation>処理の間に、ほかのプログラムがファイルを変えました。</translation>
    </message>
    <message>
        <source>The work was stopped.</source>
        <translation>作業を中止しました。</translation>
    </message>
    <message>
        <source>There is already a file of this name.</source>
        <translation>同じ名前のファイルがすでにあります。</translation>
    </message>
    <message>
        <source>There is already a file or folder of this name.</source>
        <translation>同じ名前のファイルまたはフォルダーがすでにあります。</translation>
    </message>
    <message>
        <source>There is no room for this document, neither in memory nor on the disk.</source>
        <translation>この書類が入るだけの空きが、メモリーにもディスクにもありません。</translation>
    </message>
    <message>
        <source>There is no room in memory for this document, and this place is on another computer or is copied elsewhere. Nothing was decrypted.</source>
        <translation>この書類が入るだけのメモリーの空きがなく、この場所は別のパソコンにあるか、ほかへ写される場所です。復号しませんでした。</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the password on.</source>
        <translation>パスワードを尋ねる端末がありません。</translation>
    </message>
    <message>
        <source>This is a link, not a file.</source>
        <translation>ファイルではなくリンクです。</translation>
    </message>
    <message>
        <source>This is not a regular file.</source>
        <translation>通常のファイルではありません。</translation>
    </message>
</context>
<context>
    <name>shirushi::policy</name>
    <message>
        <source>%1 is too little; the least is %2.</source>
        <translation>%1は小さすぎます。%2以上にします。</translation>
    </message>
    <message>
        <source>%1 is too much; the most is %2.</source>
        <translation>%1は大きすぎます。%2以下にします。</translation>
    </message>
    <message>
        <source>A case has either answers with levels or ends, or an action with a ruling.</source>
        <translation>事例には、answers と levels 又は ends を書くか、action と ruling を書きます。</translation>
    </message>
    <message>
        <source>A class is written AXIS=LEVEL,AXIS=LEVEL; “%1” is not.</source>
        <translation>分類は「軸=段階,軸=段階」と書きます。「%1」はその形ではありません。</translation>
    </message>
    <message>
        <source>A note must say why the policy has no “%1”.</source>
        <translation>役割「%1」がない理由を note に書かなければなりません。</translation>
    </message>
    <message>
        <source>A referral must say how the file is handled until it is answered.</source>
        <translation>照会には、回答があるまでの扱いを書かなければなりません。</translation>
    </message>
    <message>
        <source>A text contains half a character.</source>
        <translation>文字列に、文字の片割れがあります。</translation>
    </message>
    <message>
        <source>A text may not contain a line break or another control character.</source>
        <translation>文字列の中に改行などの制御文字は書けません。</translation>
    </message>
    <message>
        <source>After the end of the JSON value stands “%1”.</source>
        <translation>JSONの終わりの後に「%1」があります。</translation>
    </message>
    <message>
        <source>An answer leads to exactly one of: next, level, levels, inherit, begin.</source>
        <translation>答えの行き先は、next、level、levels、inherit、begin のうち一つだけです。</translation>
    </message>
    <message>
        <source>It is not said which feature serves “%1”.</source>
        <translation>条文「%1」に対応する機能（feature）が書かれていません。</translation>
    </message>
    <message>
        <source>It is not said who gives “%1”.</source>
        <translation>「%1」をだれが与えるかが書かれていません。</translation>
    </message>
    <message>
        <source>Needed here: %1.</source>
        <translation>ここに要るのは%1です。</translation>
    </message>
    <message>
        <source>No answer leads to the level “%1”.</source>
        <translation>段階「%1」になる答えがありません。</translation>
    </message>
    <message>
        <source>No answer leads to the question “%1”.</source>
        <translation>質問「%1」に進む答えがありません。</translation>
    </message>
    <message>
        <source>No case shows what the rule “%1” means.</source>
        <translation>規則「%1」の意味を示す事例がありません。</translation>
    </message>
    <message>
        <source>No level was chosen on the axis “%1”.</source>
        <translation>軸「%1」の段階が選ばれていません。</translation>
    </message>
    <message>
        <source>No rule has the obligation “%1”.</source>
        <translation>義務「%1」を定めた規則がありません。</translation>
    </message>
    <message>
        <source>No rule speaks of the fact “%1”.</source>
        <translation>事情「%1」について定めた規則がありません。</translation>
    </message>
    <message>
        <source>On the axis “%1” comes %2, expected is %3.</source>
        <translation>軸「%1」の結果は %2 ですが、期待は %3 です。</translation>
    </message>
    <message>
        <source>The JSON text ends too early.</source>
        <translation>JSONが途中で終わっています。</translation>
    </message>
    <message>
        <source>The JSON text has too many values, or they are nested too deeply.</source>
        <translation>JSONの値が多すぎるか、入れ子が深すぎます。</translation>
    </message>
    <message>
        <source>The article’s own word for what “%1” gives is missing.</source>
        <translation>「%1」が与えるもの（承認、許可など）を表す条文の言葉がありません。</translation>
    </message>
    <message>
        <source>The axis “%1” has no level “%2”.</source>
        <translation>軸「%1」に段階「%2」はありません。</translation>
    </message>
    <message>
        <source>The axis “%1” is missing.</source>
        <translation>軸「%1」がありません。</translation>
    </message>
    <message>
        <source>The axis “%1” is named twice.</source>
        <translation>軸「%1」が2回書かれています。</translation>
    </message>
    <message>
        <source>The axis “%1” must have these levels, in this order: %2.</source>
        <translation>軸「%1」の段階は、この順に次のとおりでなければなりません：%2</translation>
    </message>
    <message>
        <source>The citation has no quote, and is not marked as a draft.</source>
        <translation>根拠に原文の引用がなく、案とも書かれていません。</translation>
    </message>
    <message>
        <source>The fact “%1” cannot both be needed and switch the rule off.</source>
        <translation>事情「%1」を、given と unless の両方に書くことはできません。</translation>
    </message>
    <message>
        <source>The fact “%1” has no title; “facts” is where it is given.</source>
        <translation>事情「%1」に見出しがありません。「facts」に書きます。</translation>
    </message>
    <message>
        <source>The file is larger than a policy pack may be (%1 bytes).</source>
        <translation>ファイルが、ポリシーの大きさの上限（%1バイト）を超えています。</translation>
    </message>
    <message>
        <source>The file is not written in UTF-8.</source>
        <translation>ファイルの文字コードがUTF-8ではありません。</translation>
    </message>
    <message>
        <source>The level “%1” is stricter than the one before it; the strictest comes first.</source>
        <translation>段階「%1」が、前の段階より厳しくなっています。最も厳しいものを先に書きます。</translation>
    </message>
    <message>
        <source>The levels “%1” and “%2” have the same rank.</source>
        <translation>段階「%1」と「%2」の順位（rank）が同じです。</translation>
    </message>
    <message>
        <source>The obligations are %1, expected are %2.</source>
        <translation>義務は %1 ですが、期待は %2 です。</translation>
    </message>
    <message>
        <source>The pack “%1” must have these axes: %2.</source>
        <translation>ポリシー「%1」の軸は、次のとおりでなければなりません：%2</translation>
    </message>
    <message>
        <source>The policy has no post for the role “%1”.</source>
        <translation>このポリシーには、役割「%1」に当たる役職がありません。</translation>
    </message>
    <message>
        <source>The policy pack has faults (%1). The first: line %2, %3: %4</source>
        <translation>ポリシーに誤りがあります（%1件）。最初の誤り：%2行目、%3：%4</translation>
    </message>
    <message>
        <source>The policy “%1” has no axis “%2”.</source>
        <translation>ポリシー「%1」に軸「%2」はありません。</translation>
    </message>
    <message>
        <source>The question “%1” belongs to another step.</source>
        <translation>質問「%1」は別の段のものです。</translation>
    </message>
    <message>
        <source>The questions end before “%1”.</source>
        <translation>質問「%1」の前に、質問が終わります。</translation>
    </message>
    <message>
        <source>The questions end with “%1”, expected is “%2”.</source>
        <translation>質問の終わり方は「%1」ですが、期待は「%2」です。</translation>
    </message>
    <message>
        <source>The questions lead round in a circle: “%1” was asked before.</source>
        <translation>質問が輪になっています。「%1」はすでに聞かれています。</translation>
    </message>
    <message>
        <source>The role “%1” is missing.</source>
        <translation>役割「%1」がありません。</translation>
    </message>
    <message>
        <source>The rule “%1” is a reminder and cannot forbid.</source>
        <translation>規則「%1」は注意（reminder）なので、禁止はできません。</translation>
    </message>
    <message>
        <source>The rule “%1” must name an obligation.</source>
        <translation>規則「%1」には義務を書かなければなりません。</translation>
    </message>
    <message>
        <source>The rule “%1” permits with obligations; its ruling does not say so.</source>
        <translation>規則「%1」には義務がありますが、ruling がそうなっていません。</translation>
    </message>
    <message>
        <source>The rules know no such fact.</source>
        <translation>規程に、そのような事情はありません。</translation>
    </message>
    <message>
        <source>The schema for policy packs is missing from the program.</source>
        <translation>ポリシーのスキーマがプログラムに入っていません。</translation>
    </message>
    <message>
        <source>The schema is not understood at “%1”.</source>
        <translation>スキーマの「%1」が分かりません。</translation>
    </message>
    <message>
        <source>The text is empty or too short.</source>
        <translation>文字列が空か、短すぎます。</translation>
    </message>
    <message>
        <source>The verdict is %1, expected is %2 (rules: %3).</source>
        <translation>可否は %1 ですが、期待は %2 です（規則：%3）。</translation>
    </message>
    <message>
        <source>The word “%1” does not stand in the quote.</source>
        <translation>「%1」という言葉が、引用文にありません。</translation>
    </message>
    <message>
        <source>There are %1 entries; at least %2 are needed.</source>
        <translation>%1件ありますが、%2件以上要ります。</translation>
    </message>
    <message>
        <source>There are %1 entries; at most %2 are allowed.</source>
        <translation>%1件ありますが、%2件までです。</translation>
    </message>
    <message>
        <source>There is no axis “%1”.</source>
        <translation>軸「%1」はありません。</translation>
    </message>
    <message>
        <source>There is no domain “%1”.</source>
        <translation>領域「%1」はありません。</translation>
    </message>
    <message>
        <source>There is no other pack “%1” to take anything from.</source>
        <translation>引き継ぐ元になる別のポリシー「%1」がありません。</translation>
    </message>
    <message>
        <source>There is no question “%1”.</source>
        <translation>質問「%1」はありません。</translation>
    </message>
    <message>
        <source>There is no role “%1”.</source>
        <translation>役割「%1」はありません。</translation>
    </message>
    <message>
        <source>There is no rule “%1” to leave out.</source>
        <translation>除くべき規則「%1」はありません。</translation>
    </message>
    <message>
        <source>There is no such method for a medium.</source>
        <translation>媒体に、その方法はありません。</translation>
    </message>
    <message>
        <source>What is taken from “%1” does not fit at %2: %3</source>
        <translation>「%1」から引き継ぐ内容が %2 で合いません。%3</translation>
    </message>
    <message>
        <source>Who is told is either a role or somebody outside.</source>
        <translation>知らせる相手は、役職か、役職以外の相手のどちらか一つです。</translation>
    </message>
    <message>
        <source>Whose own it is matters only for what is erased without permission, by a fact.</source>
        <translation>本人のものかどうかは、事実により許可なしで消去する場合にだけ意味があります。</translation>
    </message>
    <message>
        <source>a list [ ]</source>
        <translation>並び [ ]</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文字列</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>an object { }</source>
        <translation>組 { }</translation>
    </message>
    <message>
        <source>begin and levels belong to the step “source”, level to an axis.</source>
        <translation>begin と levels は入手元（source）の質問に、level は軸の質問に書きます。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 又は false</translation>
    </message>
    <message>
        <source>“%1” cannot stand for itself.</source>
        <translation>「%1」が自分自身に当たることはできません。</translation>
    </message>
    <message>
        <source>“%1” cannot stand here.</source>
        <translation>ここに「%1」は書けません。</translation>
    </message>
    <message>
        <source>“%1” has no answer “%2”.</source>
        <translation>質問「%1」に答え「%2」はありません。</translation>
    </message>
    <message>
        <source>“%1” is asked, not “%2”.</source>
        <translation>聞かれる質問は「%1」で、「%2」ではありません。</translation>
    </message>
    <message>
        <source>“%1” is given twice.</source>
        <translation>「%1」が2回書かれています。</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>「%1」がありません。</translation>
    </message>
    <message>
        <source>“%1” is no date.</source>
        <translation>「%1」は日付ではありません。</translation>
    </message>
    <message>
        <source>“%1” is not known here.</source>
        <translation>ここに「%1」は書けません。</translation>
    </message>
    <message>
        <source>“%1” is not known here. Known are: %2.</source>
        <translation>ここに「%1」は書けません。書けるもの：%2</translation>
    </message>
    <message>
        <source>“%1” is not of the form %2.</source>
        <translation>「%1」は %2 の形ではありません。</translation>
    </message>
</context>
<context>
    <name>shirushi::print</name>
    <message>
        <source>Approval box</source>
        <translation>承認欄</translation>
    </message>
    <message>
        <source>Made on %1</source>
        <translation>作成 %1</translation>
    </message>
    <message>
        <source>The font for marks cannot be read.</source>
        <translation>分類の表示に使うフォントを読み取れません。</translation>
    </message>
    <message>
        <source>The font for marks is not installed.</source>
        <translation>分類の表示に使うフォントがインストールされていません。</translation>
    </message>
    <message>
        <source>The mark has no text, or too much.</source>
        <translation>分類の表示の文字がないか、多すぎます。</translation>
    </message>
    <message>
        <source>The table cannot be printed.</source>
        <translation>この表は印刷できません。</translation>
    </message>
    <message>
        <source>There are no entries.</source>
        <translation>該当する記録はありません。</translation>
    </message>
    <message>
        <source>These are too many entries to print. Please choose a shorter period.</source>
        <translation>記録が多すぎて印刷できません。期間を短くしてください。</translation>
    </message>
    <message>
        <source>This cannot be put into a QR code.</source>
        <translation>QRコードにできない文字があります。</translation>
    </message>
    <message>
        <source>This is too long for a QR code.</source>
        <translation>長すぎてQRコードにできません。</translation>
    </message>
</context>
<context>
    <name>shirushi::review</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Access issued anew</source>
        <translation>鍵を作り直した</translation>
    </message>
    <message>
        <source>Account closed</source>
        <translation>利用をやめた</translation>
    </message>
    <message>
        <source>Address book changed</source>
        <translation>宛先帳の変更</translation>
    </message>
    <message>
        <source>Administrator let in</source>
        <translation>管理者の鍵ファイルの読込み</translation>
    </message>
    <message>
        <source>An administrator can put it right: %1.</source>
        <translation>元に戻せるのは、管理者です（%1）。</translation>
    </message>
    <message>
        <source>An administrator of the office can put it right.</source>
        <translation>元に戻せるのは、職場の管理者です。</translation>
    </message>
    <message>
        <source>Approval asked for</source>
        <translation>承認を申請した</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>承認した</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>控えを作った</translation>
    </message>
    <message>
        <source>Class changed</source>
        <translation>分類を変えた</translation>
    </message>
    <message>
        <source>Class designated</source>
        <translation>分類を指定した</translation>
    </message>
    <message>
        <source>Class removed</source>
        <translation>分類を外した</translation>
    </message>
    <message>
        <source>Class shown</source>
        <translation>分類を表示した</translation>
    </message>
    <message>
        <source>Classifying</source>
        <translation>分類のこと</translation>
    </message>
    <message>
        <source>Closed in a vault</source>
        <translation>保管庫の中で閉じた</translation>
    </message>
    <message>
        <source>Decision on paper recorded</source>
        <translation>紙の決裁を記録した</translation>
    </message>
    <message>
        <source>Disposal begun</source>
        <translation>廃棄の開始</translation>
    </message>
    <message>
        <source>Disposals</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>Disposals listed</source>
        <translation>廃棄予定簿</translation>
    </message>
    <message>
        <source>Disposed of</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Exception reported</source>
        <translation>例外措置を報告した</translation>
    </message>
    <message>
        <source>Findings accepted</source>
        <translation>台帳の状態を認めた</translation>
    </message>
    <message>
        <source>Item of a vault changed</source>
        <translation>保管庫の品目を変更</translation>
    </message>
    <message>
        <source>Ledger founded</source>
        <translation>台帳を作った</translation>
    </message>
    <message>
        <source>Locked anew in a vault</source>
        <translation>保管庫で施錠し直した</translation>
    </message>
    <message>
        <source>Lost entry</source>
        <translation>失われた記録</translation>
    </message>
    <message>
        <source>Mail drafted</source>
        <translation>メールの下書きを作成</translation>
    </message>
    <message>
        <source>Members of a vault changed</source>
        <translation>保管庫の利用者を変更</translation>
    </message>
    <message>
        <source>Mis-sent</source>
        <translation>誤送信</translation>
    </message>
    <message>
        <source>Moved into another vault</source>
        <translation>別の保管庫へ移した</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>承認しなかった</translation>
    </message>
    <message>
        <source>Not carried out</source>
        <translation>取りやめた</translation>
    </message>
    <message>
        <source>Office settings changed</source>
        <translation>職場の設定を変えた</translation>
    </message>
    <message>
        <source>Opened in a vault</source>
        <translation>保管庫の中で開いた</translation>
    </message>
    <message>
        <source>Own key exported</source>
        <translation>自分の鍵を書き出した</translation>
    </message>
    <message>
        <source>Password erased untold</source>
        <translation>伝えないままパスワードを消去</translation>
    </message>
    <message>
        <source>Password told</source>
        <translation>パスワードを伝達</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人のこと</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>人を加えた</translation>
    </message>
    <message>
        <source>Person changed</source>
        <translation>人の情報を変えた</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>公表したため</translation>
    </message>
    <message>
        <source>Published copy compared</source>
        <translation>公表物との照合</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>公表</translation>
    </message>
    <message>
        <source>Put into a vault</source>
        <translation>保管庫に入れた</translation>
    </message>
    <message>
        <source>Question referred</source>
        <translation>質問を回した</translation>
    </message>
    <message>
        <source>Receipt confirmed</source>
        <translation>受領を確認</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受取り</translation>
    </message>
    <message>
        <source>Records reviewed</source>
        <translation>記録を確認した</translation>
    </message>
    <message>
        <source>Recovered from a vault</source>
        <translation>保管庫から復元</translation>
    </message>
    <message>
        <source>Recovery code made</source>
        <translation>復旧コードを作った</translation>
    </message>
    <message>
        <source>Recovery code used</source>
        <translation>復旧コードを使った</translation>
    </message>
    <message>
        <source>Request withdrawn</source>
        <translation>申請を取り下げた</translation>
    </message>
    <message>
        <source>Requests and approvals</source>
        <translation>申請と承認</translation>
    </message>
    <message>
        <source>Rescue item thrown away</source>
        <translation>救済した控えを捨てた</translation>
    </message>
    <message>
        <source>Restored from a backup</source>
        <translation>控えから戻した</translation>
    </message>
    <message>
        <source>Roster changed</source>
        <translation>名簿を変えた</translation>
    </message>
    <message>
        <source>Saved in a vault</source>
        <translation>保管庫に保存</translation>
    </message>
    <message>
        <source>Second copy made</source>
        <translation>控えを取った</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>送る</translation>
    </message>
    <message>
        <source>Sending checked</source>
        <translation>送れるか確認した</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送付</translation>
    </message>
    <message>
        <source>Shared duties countersigned</source>
        <translation>兼務を確かめた</translation>
    </message>
    <message>
        <source>Taken out of a vault</source>
        <translation>保管庫から取り出した</translation>
    </message>
    <message>
        <source>The ledger itself</source>
        <translation>台帳のこと</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>保管庫</translation>
    </message>
    <message>
        <source>Vault checked</source>
        <translation>保管庫を点検した</translation>
    </message>
    <message>
        <source>Vault first used here</source>
        <translation>保管庫を使い始めた</translation>
    </message>
    <message>
        <source>Vault made</source>
        <translation>保管庫を作成</translation>
    </message>
    <message>
        <source>Vault taken off the list</source>
        <translation>保管庫を一覧から外した</translation>
    </message>
    <message>
        <source>Wrong password</source>
        <translation>パスワードの誤り</translation>
    </message>
</context>
<context>
    <name>shirushi::review::AcceptCard</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1、ほか%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Accept the findings and write again(&amp;Y)</source>
        <translation>調べた結果を受け入れて書込みを再開する(&amp;Y)</translation>
    </message>
    <message numerus="yes">
        <source>An entry names all %n findings, your name and the reason. It is recorded for good and cannot be taken back.</source>
        <translation>
            <numerusform>見つかったこと%n件のすべてと、あなたの氏名、理由を記録します。この記録はずっと残り、取り消せません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>受け入れない</translation>
    </message>
    <message>
        <source>Entry %1 names what was accepted and why.</source>
        <translation>受け入れたことと理由は、記録%1番にあります。</translation>
    </message>
    <message>
        <source>From then on the ledger can be written again. What changes later is found as before.</source>
        <translation>そのあとは、また記録できるようになります。これから先に書き換えられたことは、これまでどおり見つかります。</translation>
    </message>
    <message>
        <source>If there is a good backup, put it back instead: then nothing is lost that was in it.</source>
        <translation>正しいバックアップがあるときは、受け入れるのではなく、それを戻してください。バックアップにある記録は失われません。</translation>
    </message>
    <message>
        <source>Please do this only after it was looked into how that came about.</source>
        <translation>なぜこうなったかを調べてから行ってください。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason (what was looked into, and what came of it)</source>
        <translation>理由（調べたことと、分かったこと）</translation>
    </message>
    <message>
        <source>Take the ledger as it stands</source>
        <translation>台帳をいまの状態で受け入れる</translation>
    </message>
    <message>
        <source>The entries named above stay as they are now. Nothing of them is put right.</source>
        <translation>上に挙げた記録は、いまのまま残ります。内容は直りません。</translation>
    </message>
    <message>
        <source>The findings were not accepted</source>
        <translation>受け入れられませんでした</translation>
    </message>
    <message>
        <source>The ledger can be written again</source>
        <translation>台帳に書き込めるようになりました</translation>
    </message>
    <message>
        <source>The missing entries (%1) are each replaced by an entry that says “lost”, with your signature. What stood there does not come back.</source>
        <translation>失われた記録（%1番）の場所には、「失われた」という記録が、あなたの署名で1件ずつ入ります。元の内容は戻りません。</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>作業中</translation>
    </message>
    <message>
        <source>・%1</source>
        <translation>・%1</translation>
    </message>
</context>
<context>
    <name>shirushi::review::AssetCard</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1、%2、%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Choose an entry to see all of it and the way of the file.</source>
        <translation>記録を一つ選ぶと、くわしい内容とファイルの歩みが出ます。</translation>
    </message>
    <message>
        <source>Class afterwards</source>
        <translation>後の分類</translation>
    </message>
    <message>
        <source>Class before</source>
        <translation>前の分類</translation>
    </message>
    <message>
        <source>Entry %1, %2</source>
        <translation>記録%1番　%2</translation>
    </message>
    <message>
        <source>Only this file(&amp;O)</source>
        <translation>このファイルだけ(&amp;O)</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>The way of this file</source>
        <translation>このファイルの歩み</translation>
    </message>
    <message>
        <source>What came before is longer ago than this shows.</source>
        <translation>これより前の記録は、ここには出していません。</translation>
    </message>
</context>
<context>
    <name>shirushi::review::ClassChart</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Entries by class</source>
        <translation>分類ごとの件数</translation>
    </message>
</context>
<context>
    <name>shirushi::review::FilterBar</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1から%2まで</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A period of days</source>
        <translation>期間を決める</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>すべての分類</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>すべての課</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>すべての種類</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>すべての年度</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>課</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>すべての人</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>From</source>
        <translation>初めの日</translation>
    </message>
    <message>
        <source>Kind of entry</source>
        <translation>記録の種類</translation>
    </message>
    <message>
        <source>Part of a file name or note</source>
        <translation>ファイル名や理由の一部</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>探す</translation>
    </message>
    <message>
        <source>Show all(&amp;R)</source>
        <translation>すべて表示(&amp;R)</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>終わりの日</translation>
    </message>
    <message>
        <source>to</source>
        <translation>から</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
    </message>
</context>
<context>
    <name>shirushi::review::IntegrityBand</name>
    <message>
        <source>Accept the findings and write again …</source>
        <translation>調べた結果を受け入れて書込みを再開する…</translation>
    </message>
    <message>
        <source>Check again(&amp;V)</source>
        <translation>もう一度確かめる(&amp;V)</translation>
    </message>
    <message>
        <source>It can still be written. Please judge what is said here.</source>
        <translation>記録は続けられます。下の内容をご判断ください。</translation>
    </message>
    <message>
        <source>It cannot be found here when all files of this ledger are put back to an earlier day. If a shared folder of the office is set in the settings, it is found.</source>
        <translation>この台帳の後戻りは見つけられません（台帳のファイルが、そっくり前の日のものに戻された場合）。設定で職場の共有フォルダーを決めると、見つけられるようになります。</translation>
    </message>
    <message>
        <source>Nobody has looked yet whether the ledger is whole</source>
        <translation>台帳はまだ確かめていません</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>確かめている進み具合</translation>
    </message>
    <message>
        <source>See entry %1</source>
        <translation>記録%1番を見る</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>The ledger could not be checked</source>
        <translation>台帳を確かめられませんでした</translation>
    </message>
    <message>
        <source>The ledger is being checked</source>
        <translation>台帳を確かめています</translation>
    </message>
    <message>
        <source>The ledger is being checked (%1 of %2)</source>
        <translation>台帳を確かめています（%2件のうち%1件）</translation>
    </message>
    <message numerus="yes">
        <source>The ledger is not as it was left: %n findings</source>
        <translation>
            <numerusform>台帳に、書き換えなどの跡が%n件あります</numerusform>
        </translation>
    </message>
    <message>
        <source>The ledger is whole. %1 entries, checked on %2</source>
        <translation>台帳は完全です。%1件、%2に確かめました</translation>
    </message>
    <message>
        <source>Until this is put right, it can only be read.</source>
        <translation>元に戻すまでは、読むことだけができます。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirushi::review::MonthChart</name>
    <message>
        <source>%1 (month)</source>
        <translation>%1月</translation>
    </message>
    <message>
        <source>%1/%2: %3</source>
        <translation>%1年%2月は%3件</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Entries by month</source>
        <translation>月ごとの件数</translation>
    </message>
</context>
<context>
    <name>shirushi::review::RecordModel</name>
    <message>
        <source>Class</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Entry %1, %2</source>
        <translation>記録%1番　%2</translation>
    </message>
    <message>
        <source>File</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>したこと</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人</translation>
    </message>
</context>
<context>
    <name>shirushi::review::ReviewPage</name>
    <message>
        <source>%1 (%2 entries)</source>
        <translation>%1（%2件）</translation>
    </message>
    <message>
        <source>%1 to %2 of %3</source>
        <translation>%1～%2件目（%3件のうち）</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries written</source>
        <translation>
            <numerusform>%n件を保存しました</numerusform>
        </translation>
    </message>
    <message>
        <source>A review is signed off by who answers for others, for example a manager.</source>
        <translation>確認済みにできるのは、管理者などの役割の人です。</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>すべての年度</translation>
    </message>
    <message>
        <source>Back to all entries(&amp;A)</source>
        <translation>すべての記録に戻る(&amp;A)</translation>
    </message>
    <message>
        <source>CSV(&amp;C)</source>
        <translation>CSV(&amp;C)</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>記録の一覧</translation>
    </message>
    <message>
        <source>Entries by class</source>
        <translation>分類ごとの件数</translation>
    </message>
    <message>
        <source>Entries by month</source>
        <translation>月ごとの件数</translation>
    </message>
    <message>
        <source>Entries can be signed off once the ledger is checked.</source>
        <translation>台帳を確かめると、確認済みにできます。</translation>
    </message>
    <message>
        <source>Entry %1 cannot be read.</source>
        <translation>記録%1番は読めません。</translation>
    </message>
    <message>
        <source>It could not be written</source>
        <translation>保存できませんでした</translation>
    </message>
    <message>
        <source>JSON Lines(&amp;J)</source>
        <translation>JSON Lines(&amp;J)</translation>
    </message>
    <message>
        <source>Mark as reviewed(&amp;S)</source>
        <translation>確認済みにする(&amp;S)</translation>
    </message>
    <message>
        <source>Newer ones(&amp;N)</source>
        <translation>新しい方へ(&amp;N)</translation>
    </message>
    <message>
        <source>Older ones(&amp;B)</source>
        <translation>古い方へ(&amp;B)</translation>
    </message>
    <message>
        <source>Only what concerns this file is shown</source>
        <translation>このファイルの記録だけを表示しています</translation>
    </message>
    <message>
        <source>PDF(&amp;P)</source>
        <translation>PDF(&amp;P)</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>The check on %1 had findings; they are recorded with it.</source>
        <translation>%1に確かめたときに見つかったことも、いっしょに残します。</translation>
    </message>
    <message>
        <source>The entries from entry %1 back</source>
        <translation>記録%1番から前の記録を表示しています</translation>
    </message>
    <message>
        <source>The ledger can only be read at present.</source>
        <translation>いまは台帳を読むことだけができます。</translation>
    </message>
    <message>
        <source>The ledger was whole when it was checked on %1.</source>
        <translation>%1に確かめたとき、台帳は完全でした。</translation>
    </message>
    <message>
        <source>There is no such entry.</source>
        <translation>当てはまる記録はありません。</translation>
    </message>
    <message>
        <source>Where to put the list</source>
        <translation>一覧の保存先</translation>
    </message>
    <message>
        <source>You see what you did yourself, and what was done with files that you have had to do with.</source>
        <translation>ご自分がしたことと、ご自分が関わったファイルの記録が見えています。</translation>
    </message>
</context>
<context>
    <name>shirushi::review::SignOffCard</name>
    <message>
        <source>Do not sign off</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>It will be recorded that you have reviewed these entries</source>
        <translation>次の記録を確認したことを、台帳に残します</translation>
    </message>
    <message>
        <source>Note of the review</source>
        <translation>気づいたこと</translation>
    </message>
    <message>
        <source>Sign off as reviewed(&amp;Y)</source>
        <translation>確認したと記録する(&amp;Y)</translation>
    </message>
    <message>
        <source>The review was not recorded</source>
        <translation>確認を記録できませんでした</translation>
    </message>
    <message>
        <source>What was noticed (may be left empty)</source>
        <translation>気づいたこと（なくてもかまいません）</translation>
    </message>
    <message>
        <source>Your review is recorded as entry %1</source>
        <translation>確認したことを、記録%1番に残しました</translation>
    </message>
</context>
<context>
    <name>shirushi::send</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 At most %2.</source>
        <translation>%1%2まで。</translation>
    </message>
    <message>
        <source>%1, to: %2, by: %3</source>
        <translation>%1を、%2へ、%3で送る場合</translation>
    </message>
    <message>
        <source>%2 is to be asked of: %1</source>
        <translation>%2を得る相手：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A USB stick or a DVD, brought in person</source>
        <translation>USBメモリやDVDを自分で持って行く</translation>
    </message>
    <message>
        <source>A company that works under a contract</source>
        <translation>契約して仕事を頼んでいる会社など</translation>
    </message>
    <message>
        <source>A contractor</source>
        <translation>委託事業者</translation>
    </message>
    <message>
        <source>A home page, an open posting</source>
        <translation>ホームページ、だれでも見られる掲示など</translation>
    </message>
    <message>
        <source>A letter, a parcel</source>
        <translation>封書、小包など</translation>
    </message>
    <message>
        <source>A resident</source>
        <translation>住民</translation>
    </message>
    <message>
        <source>Another municipality or the state</source>
        <translation>他の自治体・国</translation>
    </message>
    <message>
        <source>Another section, the section next door</source>
        <translation>ほかの課、となりの係など</translation>
    </message>
    <message>
        <source>As needed: where it is left out, the reason is recorded</source>
        <translation>必要に応じて行います。行わないときは、その理由を記録します</translation>
    </message>
    <message>
        <source>Attached to an ordinary mail</source>
        <translation>ふつうのメールに添付する</translation>
    </message>
    <message>
        <source>CMS for a certificate</source>
        <translation>CMS（証明書あて）</translation>
    </message>
    <message>
        <source>Changed without a record</source>
        <translation>記録のない変更があります</translation>
    </message>
    <message>
        <source>Checked (%1 %2)</source>
        <translation>確認済み（%1　%2）</translation>
    </message>
    <message>
        <source>Destroy this sheet and its file as soon as the password has been told. Do not send it by the way that the parcel goes.</source>
        <translation>パスワードを伝えたら、この紙とこのファイルを必ず破棄してください。送付ファイルと同じ方法では送らないでください。</translation>
    </message>
    <message>
        <source>E-mail (internet)</source>
        <translation>電子メール（インターネット）</translation>
    </message>
    <message>
        <source>Encrypted ZIP (AES-256)</source>
        <translation>暗号化ZIP（AES-256）</translation>
    </message>
    <message>
        <source>Everybody (publication)</source>
        <translation>一般（公表）</translation>
    </message>
    <message>
        <source>File transfer service</source>
        <translation>ファイル転送サービス</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>For a recipient with a certificate; there is no password. The recipient needs OpenSSL, or Shirushi.</source>
        <translation>電子証明書を持つ人に送ります。パスワードはありません。受け取る人には、OpenSSLか、しるしが要ります。</translation>
    </message>
    <message>
        <source>For one PDF. The recipient needs nothing but a current PDF viewer.</source>
        <translation>一つのPDFを送るときに使えます。受け取る人は、ふつうのPDF閲覧ソフトで開けます。</translation>
    </message>
    <message>
        <source>Form on a web page</source>
        <translation>ウェブの入力フォーム</translation>
    </message>
    <message>
        <source>From the address book</source>
        <translation>宛先帳から</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>組</translation>
    </message>
    <message>
        <source>Handing over a medium</source>
        <translation>記録媒体の手渡し</translation>
    </message>
    <message>
        <source>If it has to be sent nevertheless, ask: %1</source>
        <translation>どうしても必要なときは、送る前に相談してください：%1</translation>
    </message>
    <message>
        <source>If you are not sure, ask: %1</source>
        <translation>迷うときの相談先：%1</translation>
    </message>
    <message>
        <source>Inside the office</source>
        <translation>庁内</translation>
    </message>
    <message>
        <source>Its members, the council’s office</source>
        <translation>議員、議会事務局</translation>
    </message>
    <message>
        <source>LGWAN mail</source>
        <translation>LGWANメール</translation>
    </message>
    <message>
        <source>Mail on the network of municipalities alone</source>
        <translation>自治体専用のネットワークのメール</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Open the folder(&amp;O)</source>
        <translation>フォルダーを開く(&amp;O)</translation>
    </message>
    <message>
        <source>PDF with a password (AES-256)</source>
        <translation>パスワード付きPDF（AES-256）</translation>
    </message>
    <message>
        <source>Page that opens itself (HTML)</source>
        <translation>ブラウザーで開くファイル（HTML）</translation>
    </message>
    <message>
        <source>Password to be told</source>
        <translation>パスワード伝達票</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>郵送</translation>
    </message>
    <message>
        <source>Posted there, also in a message</source>
        <translation>投稿する（メッセージも同じ）</translation>
    </message>
    <message>
        <source>Read out as</source>
        <translation>読み方</translation>
    </message>
    <message>
        <source>Shown or handed out in the meeting</source>
        <translation>会議で見せる、配る</translation>
    </message>
    <message>
        <source>Social media</source>
        <translation>SNS</translation>
    </message>
    <message>
        <source>The address book has this recipient as another kind than you chose: %1</source>
        <translation>宛先帳の相手の種類が、選んだもの（%1）と違います。</translation>
    </message>
    <message>
        <source>The council</source>
        <translation>議会</translation>
    </message>
    <message>
        <source>The person concerned, an applicant, a family</source>
        <translation>本人、申請者、家族など</translation>
    </message>
    <message>
        <source>The prefecture, a ministry, a neighbouring city</source>
        <translation>県、省庁、近隣の市など</translation>
    </message>
    <message>
        <source>The recipient downloads it from a page</source>
        <translation>相手が画面から取り出す</translation>
    </message>
    <message>
        <source>The recipient needs a free program such as 7-Zip: the Explorer of Windows and macOS cannot open it by themselves.</source>
        <translation>受け取る人には、7-Zipなどの無料のソフトが要ります。WindowsのエクスプローラーやmacOSだけでは開けません。</translation>
    </message>
    <message>
        <source>The recipient needs nothing but a current browser. Mail filters often hold such a file back: it goes better by file transfer or on a medium.</source>
        <translation>受け取る人は、ふつうのブラウザーだけで開けます。メールでは途中で止められることが多いので、ファイル転送か記録媒体で渡してください。</translation>
    </message>
    <message>
        <source>The recipient needs the program age, or Shirushi.</source>
        <translation>受け取る人には、ageというソフトか、しるしが要ります。</translation>
    </message>
    <message>
        <source>The recipient's mail gateway takes off attachments of this form: %1. Please think of another way: %2.</source>
        <translation>相手のメールの関門が、この形式の添付ファイルを外します：%1。ほかの方法を考えてください：%2。</translation>
    </message>
    <message>
        <source>This answer is a proposal (案)</source>
        <translation>この答えは案です</translation>
    </message>
    <message>
        <source>This answer is a proposal (案): %1</source>
        <translation>この答えは案です。%1</translation>
    </message>
    <message>
        <source>To be asked of: %1</source>
        <translation>求める相手：%1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>相手：%1</translation>
    </message>
    <message>
        <source>Uploaded where somebody asks for it</source>
        <translation>求められた画面で送信する</translation>
    </message>
    <message>
        <source>Web meeting</source>
        <translation>ウェブ会議</translation>
    </message>
    <message>
        <source>age file</source>
        <translation>ageファイル</translation>
    </message>
    <message>
        <source>“%1” stands outside the scope of these rules (%2)</source>
        <translation>「%1」は、この規程（%2）の適用範囲の外です</translation>
    </message>
    <message>
        <source>“%1” stands outside the scope of these rules (%2). What follows is the answer of %3 (a proposal), for: %4</source>
        <translation>「%1」は、この規程（%2）の適用範囲の外です。次は、%3による答えです（%4として判断）。</translation>
    </message>
</context>
<context>
    <name>shirushi::send::AddressForm</name>
    <message>
        <source>Add to the address book</source>
        <translation>宛先帳に加える</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更する</translation>
    </message>
    <message>
        <source>Forms that their mail gateway takes off, as far as it is known</source>
        <translation>相手のメールの関門が外す形式（分かっているもの）</translation>
    </message>
    <message>
        <source>It was not saved</source>
        <translation>保存できませんでした</translation>
    </message>
    <message>
        <source>Kana</source>
        <translation>ふりがな</translation>
    </message>
    <message>
        <source>Kind of recipient</source>
        <translation>相手の種類</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>団体・会社</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>選んでください</translation>
    </message>
    <message>
        <source>Save(&amp;S)</source>
        <translation>保存する(&amp;S)</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話番号</translation>
    </message>
</context>
<context>
    <name>shirushi::send::AddressModel</name>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>団体・会社</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話番号</translation>
    </message>
</context>
<context>
    <name>shirushi::send::AddressPage</name>
    <message>
        <source>Add somebody(&amp;A)</source>
        <translation>宛先を加える(&amp;A)</translation>
    </message>
    <message>
        <source>Address book</source>
        <translation>宛先帳</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Change(&amp;E)</source>
        <translation>変更する(&amp;E)</translation>
    </message>
    <message>
        <source>Mark as checked(&amp;K)</source>
        <translation>確認済みにする(&amp;K)</translation>
    </message>
    <message>
        <source>Marked as checked: %1</source>
        <translation>確認済みにしました：%1</translation>
    </message>
    <message>
        <source>Nobody has checked this address yet.</source>
        <translation>このアドレスは、まだだれも確認していません。</translation>
    </message>
    <message>
        <source>Nobody is found.</source>
        <translation>見つかりません。</translation>
    </message>
    <message>
        <source>Nobody stands in the address book yet.</source>
        <translation>宛先帳にはまだだれもいません。</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>変更していません</translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation>元に戻しました：%1</translation>
    </message>
    <message>
        <source>Put it back(&amp;U)</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>保存しました：%1</translation>
    </message>
    <message>
        <source>Search by name, kana, organisation or mail address</source>
        <translation>氏名・ふりがな・団体・メールアドレスで探す</translation>
    </message>
    <message>
        <source>Take out(&amp;R)</source>
        <translation>宛先帳から外す(&amp;R)</translation>
    </message>
    <message>
        <source>Taken out: %1</source>
        <translation>宛先帳から外しました：%1</translation>
    </message>
    <message>
        <source>The address book cannot be read</source>
        <translation>宛先帳を読めません</translation>
    </message>
    <message>
        <source>Those outside and inside to whom parcels go. Mark somebody as checked when you have compared mail address and telephone number with something other than a mail, such as the contract.</source>
        <translation>送付ファイルを送る相手です。メールアドレスと電話番号を、メール以外のもの（契約書など）と見比べたら「確認済みにする」を押してください。</translation>
    </message>
</context>
<context>
    <name>shirushi::send::AnswerCard</name>
    <message>
        <source>%1 — Shirushi does it</source>
        <translation>%1（しるしが行います）</translation>
    </message>
    <message>
        <source>%1 — done</source>
        <translation>%1（済み）</translation>
    </message>
    <message>
        <source>Ask for it(&amp;A)</source>
        <translation>申請する(&amp;A)</translation>
    </message>
    <message>
        <source>At every sending:</source>
        <translation>どの送付でも：</translation>
    </message>
    <message>
        <source>It holds for these files, this way and this purpose.</source>
        <translation>このファイル、この方法、この目的に限って使えます。</translation>
    </message>
    <message>
        <source>It may be provided</source>
        <translation>提供できます</translation>
    </message>
    <message>
        <source>It may be provided on conditions</source>
        <translation>条件を満たせば提供できます</translation>
    </message>
    <message>
        <source>It may be published</source>
        <translation>公表できます</translation>
    </message>
    <message>
        <source>It may be published on conditions</source>
        <translation>条件を満たせば公表できます</translation>
    </message>
    <message>
        <source>It may be sent</source>
        <translation>送信できます</translation>
    </message>
    <message>
        <source>It may be sent on conditions</source>
        <translation>条件を満たせば送信できます</translation>
    </message>
    <message>
        <source>It may not be provided</source>
        <translation>提供できません</translation>
    </message>
    <message>
        <source>It may not be published</source>
        <translation>公表できません</translation>
    </message>
    <message>
        <source>It may not be sent</source>
        <translation>送信できません</translation>
    </message>
    <message>
        <source>Still to be said</source>
        <translation>答えるために必要なこと</translation>
    </message>
    <message>
        <source>The approval is missing</source>
        <translation>承認がありません</translation>
    </message>
    <message>
        <source>The approval is there</source>
        <translation>承認が得られています</translation>
    </message>
    <message>
        <source>The rules do not forbid these ways to the same recipient</source>
        <translation>同じ相手に、次の方法なら禁じられていません</translation>
    </message>
    <message>
        <source>These rules are a draft. Please compare them with those of your own body.</source>
        <translation>この規程は案です。自団体の対策基準で確認してください。</translation>
    </message>
    <message>
        <source>What must be done</source>
        <translation>しなければならないこと</translation>
    </message>
    <message>
        <source>What the rules say</source>
        <translation>規程の答え</translation>
    </message>
    <message>
        <source>Your role stands outside the scope of the office's rules. %1 answers instead, as a draft.</source>
        <translation>あなたの役職は、この規程の適用範囲の外です。代わりに%1で答えます（案）。</translation>
    </message>
</context>
<context>
    <name>shirushi::send::CheckAnswerPage</name>
    <message>
        <source>A check alone is not recorded.</source>
        <translation>確認しただけでは、何も記録されません。</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Check something else(&amp;O)</source>
        <translation>ほかのものを確認する(&amp;O)</translation>
    </message>
    <message>
        <source>Holds for every sending</source>
        <translation>どの場合にも守ること</translation>
    </message>
    <message>
        <source>Keep this in the records(&amp;K)</source>
        <translation>この結果を記録に残す(&amp;K)</translation>
    </message>
    <message>
        <source>Prepare the sending(&amp;N)</source>
        <translation>送る準備へ(&amp;N)</translation>
    </message>
    <message>
        <source>Recorded: what was asked, and this answer.</source>
        <translation>記録しました（確かめた内容と、この答え）。</translation>
    </message>
    <message>
        <source>Recording …</source>
        <translation>記録しています…</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>根拠の条文</translation>
    </message>
    <message>
        <source>What must be done</source>
        <translation>しなければならないこと</translation>
    </message>
    <message>
        <source>Why it may not</source>
        <translation>できない理由</translation>
    </message>
    <message>
        <source>・%1 (%2)</source>
        <translation>・%1（%2）</translation>
    </message>
</context>
<context>
    <name>shirushi::send::CheckChoicePage</name>
    <message>
        <source>Answer</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Enter or the number: choose</source>
        <translation>Enterまたは番号のキーで選びます</translation>
    </message>
    <message>
        <source>How</source>
        <translation>手段</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>相手</translation>
    </message>
    <message>
        <source>What</source>
        <translation>送るもの</translation>
    </message>
</context>
<context>
    <name>shirushi::send::CheckClassifier</name>
    <message>
        <source>Choose what the source shows. It is taken over as it is.</source>
        <translation>もとの書類に付いている分類を選んでください。そのまま引き継ぎます。</translation>
    </message>
    <message>
        <source>Enter: choose (only to check: nothing is written on the file)</source>
        <translation>Enter：選ぶ（確認だけです。ファイルには何も書き込みません）</translation>
    </message>
</context>
<context>
    <name>shirushi::send::CheckFacts</name>
    <message>
        <source>Tick what is so. The answer follows at once.</source>
        <translation>当てはまるものに印を付けると、答えがすぐに変わることがあります。</translation>
    </message>
    <message>
        <source>What may change the answer</source>
        <translation>当てはまる事情</translation>
    </message>
</context>
<context>
    <name>shirushi::send::CheckPage</name>
    <message>
        <source> to: %1</source>
        <translation>→　%1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1を読み取れません</translation>
    </message>
    <message>
        <source>%1 shows no class by these rules</source>
        <translation>%1：この規程による分類の表示がありません。確認のために質問に答えてください</translation>
    </message>
    <message>
        <source>%1: changed after it was classified</source>
        <translation>%1：分類した後で内容が変わっています</translation>
    </message>
    <message>
        <source>%1: classified only for this check</source>
        <translation>%1：この確認のためだけに分類しました</translation>
    </message>
    <message>
        <source>%1: who gave the class could not be verified</source>
        <translation>%1：だれが分類したかは確かめられていません</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n件のファイル</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files show no class by these rules. Answer for the most delicate of them.</source>
        <translation>
            <numerusform>%n件に、この規程による分類の表示がありません。いちばん慎重に扱うものについて答えてください。</numerusform>
        </translation>
    </message>
    <message>
        <source>As who do you ask?</source>
        <translation>あなたの立場はどれですか</translation>
    </message>
    <message>
        <source>Choose a folder that you want to send</source>
        <translation>送りたいフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Choose the class of what you want to send. Nothing is written anywhere.</source>
        <translation>送りたいものの分類を選んでください。どこにも書き込みません。</translation>
    </message>
    <message>
        <source>Choose what you want to send</source>
        <translation>送りたいファイルを選ぶ</translation>
    </message>
    <message>
        <source>How?</source>
        <translation>どうやって送りますか</translation>
    </message>
    <message>
        <source>Looking at the files …</source>
        <translation>ファイルを調べています…</translation>
    </message>
    <message>
        <source>Reading the rules …</source>
        <translation>規程を読んでいます…</translation>
    </message>
    <message>
        <source>There is no file in it</source>
        <translation>ファイルがありません</translation>
    </message>
    <message>
        <source>This is asked once. You can change it later.</source>
        <translation>はじめに一度だけ尋ねます。後で変えられます。</translation>
    </message>
    <message>
        <source>To whom?</source>
        <translation>だれに送りますか</translation>
    </message>
    <message>
        <source>Which rules are yours?</source>
        <translation>どの規程に従っていますか</translation>
    </message>
    <message>
        <source>You can choose its class without the file.</source>
        <translation>ファイルを使わずに、分類を選んで確かめることができます。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirushi::send::CheckQuestionCard</name>
    <message>
        <source>How</source>
        <translation>手段</translation>
    </message>
    <message>
        <source>No file: the class was chosen</source>
        <translation>ファイルなし（分類を選びました）</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <translation>従う規程：%1</translation>
    </message>
    <message>
        <source>The highest class of the files decides.</source>
        <translation>いちばん高い分類で判断しています。</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>相手</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>送るもの</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>あなたの立場</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirushi::send::CheckStartPage</name>
    <message>
        <source>Asked by: %1
Rules: %2</source>
        <translation>あなたの立場：%1
従う規程：%2</translation>
    </message>
    <message>
        <source>Back to the first page(&amp;B)</source>
        <translation>はじめの画面へ戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Change the rules or the role</source>
        <translation>規程や立場を変える</translation>
    </message>
    <message>
        <source>Change(&amp;C)</source>
        <translation>変える(&amp;C)</translation>
    </message>
    <message>
        <source>Choose the class without a file(&amp;D)</source>
        <translation>ファイルを使わずに分類を選ぶ(&amp;D)</translation>
    </message>
    <message>
        <source>May this be sent?</source>
        <translation>送れるか確認</translation>
    </message>
    <message>
        <source>Put here what you want to send. Only looked at: nothing is written on the file, and nothing is recorded.</source>
        <translation>送りたいファイルをここに置いてください。見るだけです。ファイルには何も書き込まず、記録も残しません。</translation>
    </message>
</context>
<context>
    <name>shirushi::send::DispatchCard</name>
    <message>
        <source>Look at recipients and text, and send it there. Shirushi removes its own copy of the draft in two minutes.</source>
        <translation>宛先と本文を確かめて、そちらで送ってください。しるしに残る下書きは、2分後に消えます。</translation>
    </message>
    <message>
        <source>No mail program could be opened</source>
        <translation>メールソフトを開けませんでした</translation>
    </message>
    <message>
        <source>Open the draft of a mail(&amp;M)</source>
        <translation>メールの下書きを開く(&amp;M)</translation>
    </message>
    <message>
        <source>Open the parcel's place(&amp;F)</source>
        <translation>送付ファイルの場所を開く(&amp;F)</translation>
    </message>
    <message>
        <source>Please write the mail yourself and attach the parcel. Several recipients outside go into Bcc.</source>
        <translation>ご自分でメールを書き、送付ファイルを添付してください。外部の複数の人に送るときは、BCCに入れてください。</translation>
    </message>
    <message>
        <source>The draft is opened in your mail program</source>
        <translation>下書きをメールソフトで開きました</translation>
    </message>
    <message>
        <source>The folder could not be opened</source>
        <translation>フォルダーを開けませんでした</translation>
    </message>
    <message>
        <source>The recipients stand in Bcc, so that nobody sees the others' addresses.</source>
        <translation>受け取る人どうしのアドレスが見えないように、BCCに入れました。</translation>
    </message>
    <message>
        <source>There is no draft</source>
        <translation>下書きを作れませんでした</translation>
    </message>
    <message>
        <source>Why the recipients may see each other's addresses (empty: they go into Bcc)</source>
        <translation>受け取る人どうしにアドレスを見せる理由（空欄ならBCCで送ります）</translation>
    </message>
    <message>
        <source>Your own mail address</source>
        <translation>ご自分のメールアドレス</translation>
    </message>
</context>
<context>
    <name>shirushi::send::FileLine</name>
    <message>
        <source>Choose a file(&amp;%1)</source>
        <translation>ファイルを選ぶ(&amp;%1)</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>選ぶ：%1</translation>
    </message>
</context>
<context>
    <name>shirushi::send::FindingModel</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>確かさ</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>あります</translation>
    </message>
    <message>
        <source>Likely hidden</source>
        <translation>隠れている見込み</translation>
    </message>
    <message>
        <source>Please look</source>
        <translation>目で確かめてください</translation>
    </message>
    <message>
        <source>What</source>
        <translation>見つかったもの</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
</context>
<context>
    <name>shirushi::send::HandoverPage</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>By which way it was told</source>
        <translation>伝えた方法</translation>
    </message>
    <message>
        <source>Hidden after 60 seconds, and when you leave this window.</source>
        <translation>60秒たつか、ほかの画面に移ると隠れます。</translation>
    </message>
    <message>
        <source>If the parcel has not gone yet</source>
        <translation>送付ファイルをまだ送っていないとき</translation>
    </message>
    <message>
        <source>It has been told(&amp;T)</source>
        <translation>伝達済みにする(&amp;T)</translation>
    </message>
    <message>
        <source>It was not recorded</source>
        <translation>記録できませんでした</translation>
    </message>
    <message>
        <source>Not offered is the way by which the parcel goes: %1.</source>
        <translation>送付ファイルと同じ方法（%1）は選べません。</translation>
    </message>
    <message>
        <source>Parcel: %1</source>
        <translation>送付ファイル：%1</translation>
    </message>
    <message>
        <source>Password.pdf</source>
        <translation>パスワード伝達票.pdf</translation>
    </message>
    <message>
        <source>Print(&amp;P)</source>
        <translation>印刷(&amp;P)</translation>
    </message>
    <message>
        <source>Recording it erases the password here. This cannot be undone.</source>
        <translation>記録すると、保存されたパスワードは消えます。元に戻せません。</translation>
    </message>
    <message>
        <source>Save the sheet as PDF</source>
        <translation>伝達票をPDFで保存</translation>
    </message>
    <message>
        <source>Saved. Print it, and destroy the sheet and the file as soon as the password has been told.</source>
        <translation>保存しました。印刷して使い、伝えたら紙とファイルを必ず破棄してください。</translation>
    </message>
    <message>
        <source>Show it again(&amp;V)</source>
        <translation>もう一度表示する(&amp;V)</translation>
    </message>
    <message>
        <source>Tell it later(&amp;L)</source>
        <translation>後で伝える(&amp;L)</translation>
    </message>
    <message>
        <source>Tell the password</source>
        <translation>パスワードを伝える</translation>
    </message>
    <message>
        <source>The address book cannot be read</source>
        <translation>宛先帳を読めません</translation>
    </message>
    <message>
        <source>The password cannot be shown</source>
        <translation>パスワードを表示できません</translation>
    </message>
    <message>
        <source>The password is hidden.</source>
        <translation>パスワードを隠しています。</translation>
    </message>
    <message>
        <source>The sheet was not saved</source>
        <translation>伝達票を保存できませんでした</translation>
    </message>
    <message>
        <source>To whom it was told</source>
        <translation>伝えた相手</translation>
    </message>
    <message>
        <source>When it has been told</source>
        <translation>伝えたら</translation>
    </message>
</context>
<context>
    <name>shirushi::send::MissentPage</name>
    <message>
        <source>%1 tells %2</source>
        <translation>%1から%2へ</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>送った人</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Do not tell the password. Record it at once, and then tell those below in their order.</source>
        <translation>パスワードは伝えないでください。まず記録し、続けて、下の順に知らせてください。</translation>
    </message>
    <message>
        <source>Erase the password untold(&amp;E)</source>
        <translation>伝えずに消去する(&amp;E)</translation>
    </message>
    <message>
        <source>Erased untold</source>
        <translation>伝えずに消去</translation>
    </message>
    <message>
        <source>How</source>
        <translation>送った方法</translation>
    </message>
    <message>
        <source>It has been told. Whoever has it can open the parcel.</source>
        <translation>伝達済みです。知っている人は送付ファイルを開けます。</translation>
    </message>
    <message>
        <source>It is recorded. You can record it again with another note.</source>
        <translation>記録してあります。書き加えて、もう一度記録することもできます。</translation>
    </message>
    <message>
        <source>It was not erased</source>
        <translation>消去できませんでした</translation>
    </message>
    <message>
        <source>It was not recorded</source>
        <translation>記録できませんでした</translation>
    </message>
    <message>
        <source>Mis-sent</source>
        <translation>誤送信</translation>
    </message>
    <message>
        <source>Not told yet</source>
        <translation>未伝達</translation>
    </message>
    <message>
        <source>Now tell those below, in their order.</source>
        <translation>続けて、下の順に知らせてください。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Record it(&amp;R)</source>
        <translation>記録する(&amp;R)</translation>
    </message>
    <message>
        <source>Recorded as mis-sent: %1</source>
        <translation>誤送信として記録しました：%1</translation>
    </message>
    <message>
        <source>Telephone %1</source>
        <translation>電話 %1</translation>
    </message>
    <message>
        <source>The password has not been told. Do not tell it; it can be erased now.</source>
        <translation>パスワードは未伝達です。伝えないでください。今すぐ消去できます。</translation>
    </message>
    <message>
        <source>The password is erased. Nobody can open the parcel with it any more.</source>
        <translation>パスワードを消去しました。この送付ファイルは、もうだれにも開けません。</translation>
    </message>
    <message>
        <source>The rules do not say whom to tell. Please follow the office's plan for incidents.</source>
        <translation>知らせる相手の定めがありません。緊急時対応計画に従ってください。</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>ありません</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>送った相手</translation>
    </message>
    <message>
        <source>What</source>
        <translation>送ったもの</translation>
    </message>
    <message>
        <source>What happened, as far as it is known</source>
        <translation>起きたこと（分かっている範囲で）</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Whom to tell cannot be said</source>
        <translation>だれに知らせるかを出せません</translation>
    </message>
    <message>
        <source>Whom to tell, in this order</source>
        <translation>知らせる相手（この順に）</translation>
    </message>
</context>
<context>
    <name>shirushi::send::OrderPage</name>
    <message numerus="yes">
        <source>%n passwords have not been told</source>
        <translation>
            <numerusform>パスワード未伝達が%n件あります</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sendings are overdue</source>
        <translation>
            <numerusform>期限を過ぎたものが%n件あります</numerusform>
        </translation>
    </message>
    <message>
        <source>Address book(&amp;D)</source>
        <translation>宛先帳(&amp;D)</translation>
    </message>
    <message>
        <source>By which way</source>
        <translation>どの方法で</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>It cannot go to these recipients this way.</source>
        <translation>この宛先には、この方法では送れません。</translation>
    </message>
    <message>
        <source>Look at what is overdue(&amp;W)</source>
        <translation>期限を過ぎたものを見る(&amp;W)</translation>
    </message>
    <message>
        <source>Look before it is published(&amp;N)</source>
        <translation>公表の前の確認へ(&amp;N)</translation>
    </message>
    <message>
        <source>No parcel is made for this way. Please keep to what stands at the right.</source>
        <translation>この方法では送付ファイルを作りません。規程の答えのとおりに行ってください。</translation>
    </message>
    <message>
        <source>Nobody has said yet that they came.</source>
        <translation>届いたことが、まだ確認されていません。</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>選んでください</translation>
    </message>
    <message>
        <source>Please look at the recipients again, and tick it.</source>
        <translation>宛先をもう一度確かめて、印を付けてください。</translation>
    </message>
    <message>
        <source>Please name the recipients.</source>
        <translation>受け取る人を書いてください。</translation>
    </message>
    <message>
        <source>Please say what it is for.</source>
        <translation>何のためかを書いてください。</translation>
    </message>
    <message>
        <source>Prepare the parcel(&amp;N)</source>
        <translation>送付の準備へ(&amp;N)</translation>
    </message>
    <message>
        <source>Put files here and say to whom and how. The rules answer at once; nothing is recorded yet.</source>
        <translation>ファイルを置いて、相手と方法を選ぶと、規程の答えが出ます。ここではまだ何も記録しません。</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>受け取る人</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送る</translation>
    </message>
    <message>
        <source>Tell the password(&amp;W)</source>
        <translation>パスワードを伝える(&amp;W)</translation>
    </message>
    <message>
        <source>The law or ordinance, with its article</source>
        <translation>根拠となる法令又は条例の条</translation>
    </message>
    <message>
        <source>The recipients cannot open their parcels yet.</source>
        <translation>受け取る人は、まだ開けません。</translation>
    </message>
    <message>
        <source>Tick what is so</source>
        <translation>当てはまるものを選んでください</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>だれに</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>何のために</translation>
    </message>
    <message>
        <source>What was published(&amp;U)</source>
        <translation>公表したもの(&amp;U)</translation>
    </message>
    <message>
        <source>What was sent(&amp;H)</source>
        <translation>送ったもの(&amp;H)</translation>
    </message>
</context>
<context>
    <name>shirushi::send::PackExtras</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>A page with the class, the restrictions, sender, recipient, the list of files, and what to do if it came to the wrong place. It lies inside the parcel; the password never stands in it.</source>
        <translation>分類、取扱いの制限、差出人、宛先、ファイルの一覧、届け先が違うときの連絡を書いた1枚を、送付ファイルの中の先頭に入れます。パスワードは書きません。</translation>
    </message>
    <message>
        <source>How it was sanitised (recorded)</source>
        <translation>無害化の方法（記録に残ります）</translation>
    </message>
    <message>
        <source>How you are reached (stands on the cover sheet; may be left empty)</source>
        <translation>連絡先（送付書に載ります。空でもかまいません）</translation>
    </message>
    <message>
        <source>Please choose the certificates and the key.</source>
        <translation>証明書と鍵のファイルを選んでください。</translation>
    </message>
    <message>
        <source>Please say how it was sanitised.</source>
        <translation>無害化の方法を書いてください。</translation>
    </message>
    <message>
        <source>Please say why it need not be encrypted.</source>
        <translation>暗号化しない理由を書いてください。</translation>
    </message>
    <message>
        <source>Put a cover sheet in front</source>
        <translation>送付書を付ける</translation>
    </message>
    <message>
        <source>The key of your own certificate</source>
        <translation>ご自分の証明書の鍵</translation>
    </message>
    <message>
        <source>The parcel is made for the recipient's certificate, and for one of your own, with which Shirushi opens it once to check it. Your key is only read.</source>
        <translation>送付ファイルは、受け取る人の証明書と、ご自分の証明書に向けて作ります。できたファイルは、ご自分の鍵で一度開いて確かめます。鍵は読むだけです。</translation>
    </message>
    <message>
        <source>The recipient's certificate</source>
        <translation>受け取る人の証明書</translation>
    </message>
    <message>
        <source>Why it need not be encrypted (recorded)</source>
        <translation>暗号化しない理由（記録に残ります）</translation>
    </message>
    <message>
        <source>Your own certificate</source>
        <translation>ご自分の証明書</translation>
    </message>
</context>
<context>
    <name>shirushi::send::PackPage</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1</source>
        <translation>
            <numerusform>%nファイル、%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A folder with copies of the files. Whoever gets hold of it can read everything.</source>
        <translation>ファイルの写しを入れたフォルダーを作ります。手に入れた人はだれでも読めます。</translation>
    </message>
    <message>
        <source>Another place(&amp;O)</source>
        <translation>場所を変える(&amp;O)</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Form of the parcel</source>
        <translation>送付ファイルの形式</translation>
    </message>
    <message>
        <source>Hide the file names, too</source>
        <translation>ファイル名も隠す</translation>
    </message>
    <message>
        <source>If you stop, no half parcel is left behind.</source>
        <translation>止めても、作りかけのファイルは残りません。</translation>
    </message>
    <message>
        <source>Make the folder(&amp;S)</source>
        <translation>送付フォルダーを作る(&amp;S)</translation>
    </message>
    <message>
        <source>Make the parcel(&amp;S)</source>
        <translation>送付ファイルを作る(&amp;S)</translation>
    </message>
    <message>
        <source>Making the parcel</source>
        <translation>送付ファイルを作っています</translation>
    </message>
    <message>
        <source>No method that was designated takes these files. Please ask an administrator, or send fewer files at once.</source>
        <translation>指定された方法では、これらのファイルを送れません。管理者に相談するか、ファイルを分けてください。</translation>
    </message>
    <message>
        <source>Packing: %1</source>
        <translation>暗号化しています：%1</translation>
    </message>
    <message>
        <source>Parcel-%1</source>
        <translation>送付-%1</translation>
    </message>
    <message>
        <source>Please check that it is a method that %1 has designated</source>
        <translation>%1が指定した方法か、確認してください</translation>
    </message>
    <message>
        <source>Prepare the parcel</source>
        <translation>送付の準備</translation>
    </message>
    <message>
        <source>Stopped. There is no parcel.</source>
        <translation>止めました。送付ファイルは作られていません。</translation>
    </message>
    <message>
        <source>The parcel was not made</source>
        <translation>送付ファイルを作れませんでした</translation>
    </message>
    <message>
        <source>Where the parcel goes</source>
        <translation>送付ファイルの置き場所</translation>
    </message>
    <message>
        <source>Whoever has the parcel without the password then sees one neutral name only.</source>
        <translation>パスワードを知らない人には、内容の分からない名前が一つ見えるだけになります。</translation>
    </message>
    <message>
        <source>Without encryption</source>
        <translation>暗号化しない</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>相手：%1</translation>
    </message>
</context>
<context>
    <name>shirushi::send::PasswordView</name>
    <message>
        <source>(checks what was read back; part of the password)</source>
        <translation>（読み返しの確認文字。パスワードの一部です）</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>組</translation>
    </message>
    <message>
        <source>Password, in groups, with how it is read out</source>
        <translation>パスワードと、その読み方</translation>
    </message>
    <message>
        <source>Read out as (radio rules, table 5)</source>
        <translation>読み方（無線局運用規則 別表第5号）</translation>
    </message>
</context>
<context>
    <name>shirushi::send::PublicationModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>違う</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Last compared</source>
        <translation>最後に比べた結果</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>まだ比べていません</translation>
    </message>
    <message>
        <source>Only the label differs</source>
        <translation>表示だけ違う</translation>
    </message>
    <message>
        <source>Published on</source>
        <translation>公表の記録</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>同じ</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
</context>
<context>
    <name>shirushi::send::PublishPage</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n件のファイル</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden things were found</source>
        <translation>
            <numerusform>隠れた情報が%n件見つかりました</numerusform>
        </translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Before it is published</source>
        <translation>公表の前の確認</translation>
    </message>
    <message>
        <source>How it was sanitised (recorded)</source>
        <translation>無害化の方法（記録に残ります）</translation>
    </message>
    <message>
        <source>I have looked at all of it, and it may be published as it is</source>
        <translation>すべて確かめました。このまま公表してよい内容です</translation>
    </message>
    <message>
        <source>It is safest to go back, take them out with the program that made the file, and come again.</source>
        <translation>いったん戻り、ファイルを作ったソフトで取り除いてから、やり直すのが安全です。</translation>
    </message>
    <message>
        <source>Nothing hidden was found</source>
        <translation>隠れた情報は見つかりませんでした</translation>
    </message>
    <message>
        <source>Nothing was recorded</source>
        <translation>何も記録していません</translation>
    </message>
    <message>
        <source>Please look at what was found, and tick that it may go out, or go back.</source>
        <translation>見つかったものを確かめて、よければ印を付けてください。取り除くときは戻ってください。</translation>
    </message>
    <message>
        <source>Please say how it was sanitised.</source>
        <translation>無害化の方法を書いてください。</translation>
    </message>
    <message>
        <source>Please say where it is published.</source>
        <translation>公表する場所を書いてください。</translation>
    </message>
    <message>
        <source>Record the publication(&amp;R)</source>
        <translation>公表を記録する(&amp;R)</translation>
    </message>
    <message>
        <source>The file's hash is recorded as it was acquired and as it goes out, so that a copy can be compared later.</source>
        <translation>入手したときと公表するときのファイルのハッシュ値を記録します。後で、公表したものが同じままかを比べられます。</translation>
    </message>
    <message>
        <source>The files are being looked into</source>
        <translation>ファイルの中を調べています</translation>
    </message>
    <message>
        <source>The files could not be looked into</source>
        <translation>ファイルの中を調べられませんでした</translation>
    </message>
    <message>
        <source>The files have changed: please look at them again.</source>
        <translation>ファイルが変わっています。もう一度確かめてください。</translation>
    </message>
    <message>
        <source>What nobody sees at a glance goes out with the file: comments, hidden sheets, names. It is looked for here.</source>
        <translation>コメント、非表示のシート、作成者名など、ぱっと見ただけでは分からない情報も、ファイルと一緒に出ていきます。ここで探します。</translation>
    </message>
    <message>
        <source>What stands in plain sight is for you to read once more.</source>
        <translation>見えている内容は、もう一度読んで確かめてください。</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>見つかったもの</translation>
    </message>
    <message>
        <source>Where it is published (an address, the name of a bulletin)</source>
        <translation>公表する場所（ホームページのアドレス、広報紙の名前など）</translation>
    </message>
</context>
<context>
    <name>shirushi::send::PublishedPage</name>
    <message>
        <source>%1 could not be compared</source>
        <translation>%1 を比べられませんでした</translation>
    </message>
    <message>
        <source>%1 is being compared</source>
        <translation>%1 を比べています</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Compare with what was published(&amp;C)</source>
        <translation>公表したものと比べる(&amp;C)</translation>
    </message>
    <message>
        <source>Compared with %1, published at %2. The result is recorded.</source>
        <translation>「%1」（公表した場所：%2）と比べました。結果は記録しました。</translation>
    </message>
    <message>
        <source>Fetch the file from where it is read, and compare it: choose its row here, or drop the copy on this page.</source>
        <translation>公表している場所からファイルを取ってきて、比べます。行を選んでボタンを押すか、そのファイルをこの画面に落としてください。</translation>
    </message>
    <message>
        <source>Nothing has been published yet.</source>
        <translation>公表したものはまだありません。</translation>
    </message>
    <message>
        <source>Please drop one file at a time</source>
        <translation>ファイルは1つずつ落としてください</translation>
    </message>
    <message>
        <source>Please find out who changed it, and put the right one in its place.</source>
        <translation>だれが変えたのかを確かめ、正しいものに置き換えてください。</translation>
    </message>
    <message>
        <source>The content is the same; only the label differs</source>
        <translation>内容は同じです。分類の表示だけが違います</translation>
    </message>
    <message>
        <source>The copy differs from what was published</source>
        <translation>公表したものと違います</translation>
    </message>
    <message>
        <source>The copy from where it is read</source>
        <translation>公表している場所から取ってきたファイル</translation>
    </message>
    <message>
        <source>The copy is the same, byte for byte</source>
        <translation>公表したものとすべて同じです</translation>
    </message>
    <message>
        <source>What was published</source>
        <translation>公表したもの</translation>
    </message>
    <message>
        <source>What was published cannot be read</source>
        <translation>公表したものを読めません</translation>
    </message>
</context>
<context>
    <name>shirushi::send::ReceivedPage</name>
    <message numerus="yes">
        <source>%n files came out</source>
        <translation>
            <numerusform>%nファイルを取り出しました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files have no class that counts</source>
        <translation>
            <numerusform>%n件のファイルには、有効な分類がありません</numerusform>
        </translation>
    </message>
    <message>
        <source>About the names</source>
        <translation>ファイル名について</translation>
    </message>
    <message>
        <source>Another parcel(&amp;N)</source>
        <translation>別の送付ファイルを開く(&amp;N)</translation>
    </message>
    <message>
        <source>Ask the sender for it.</source>
        <translation>送った人に確認してください。</translation>
    </message>
    <message>
        <source>Ask the sender. Where the class stays unknown, %1 decides it.</source>
        <translation>送った人に確認してください。分類が分からないときは、%1が判断します。</translation>
    </message>
    <message>
        <source>Changed after it was classified</source>
        <translation>分類の後で内容が変わっています</translation>
    </message>
    <message>
        <source>Classified by somebody outside this office</source>
        <translation>ほかの団体の人が分類しました</translation>
    </message>
    <message>
        <source>Classify them(&amp;L)</source>
        <translation>ファイルを分類する(&amp;L)</translation>
    </message>
    <message>
        <source>Files of the parcel</source>
        <translation>送付ファイルの中身</translation>
    </message>
    <message>
        <source>Its signature does not hold</source>
        <translation>表示の署名が正しくありません</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>分類の表示がありません</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>補足</translation>
    </message>
    <message>
        <source>The parcel is open</source>
        <translation>送付ファイルを開きました</translation>
    </message>
    <message>
        <source>They are recorded with the class that the sender gave them.</source>
        <translation>送った人の付けた分類で、入手を記録しました。</translation>
    </message>
    <message>
        <source>Written anew by its password; whether it was changed cannot be told</source>
        <translation>パスワードのために書き直されていて、変わっていないかどうかは確かめられません</translation>
    </message>
</context>
<context>
    <name>shirushi::send::RecipientRow</name>
    <message>
        <source>Add to the address book</source>
        <translation>宛先帳に加える</translation>
    </message>
    <message>
        <source>From the address book: %1</source>
        <translation>宛先帳から：%1</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Name, kana or organisation</source>
        <translation>氏名、ふりがな、団体で探せます</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>団体・会社</translation>
    </message>
    <message>
        <source>Recipient %1: %2</source>
        <translation>受け取る人%1：%2</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>この人を外す</translation>
    </message>
    <message>
        <source>Take recipient %1 away</source>
        <translation>受け取る人%1を外す</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話番号</translation>
    </message>
</context>
<context>
    <name>shirushi::send::RecipientsForm</name>
    <message>
        <source>One more recipient(&amp;M)</source>
        <translation>受け取る人を加える(&amp;M)</translation>
    </message>
</context>
<context>
    <name>shirushi::send::ResultPage</name>
    <message numerus="yes">
        <source>%1, %2. %n files are in it, with their labels.</source>
        <translation>
            <numerusform>%1、%2。%nファイルが、分類の表示といっしょに入っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>1. Send the parcel: %1, to %2.</source>
        <translation>1. 送付ファイルを送ります：%1、相手：%2</translation>
    </message>
    <message>
        <source>2. Tell the password by another way. Shirushi keeps it until then.</source>
        <translation>2. パスワードを別の方法で伝えます。それまでは、しるしが預かります。</translation>
    </message>
    <message>
        <source>It was opened by the very steps that the recipient takes, and everything in it is the same as the originals.</source>
        <translation>受け取る人と同じ手順で開いて確かめました。中身は、すべて元のファイルと同じです。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>これからすること</translation>
    </message>
    <message>
        <source>Please see to this yourself</source>
        <translation>ご自身で確かめてください</translation>
    </message>
    <message>
        <source>Send something else(&amp;N)</source>
        <translation>ほかのものを送る(&amp;N)</translation>
    </message>
    <message>
        <source>Tell the password later(&amp;L)</source>
        <translation>後で伝える(&amp;L)</translation>
    </message>
    <message>
        <source>Tell the password(&amp;P)</source>
        <translation>パスワードを伝える(&amp;P)</translation>
    </message>
    <message>
        <source>The folder is not encrypted: whoever gets hold of it can read everything. Delete it when it has gone.</source>
        <translation>このフォルダーは暗号化されていません。手に入れた人はだれでも読めます。送り終えたら削除してください。</translation>
    </message>
    <message>
        <source>The parcel is made</source>
        <translation>送付ファイルができました</translation>
    </message>
    <message>
        <source>These names show without the password</source>
        <translation>次の名前は、パスワードがなくても見えます</translation>
    </message>
    <message>
        <source>What did not go along</source>
        <translation>一緒に送らなかったもの</translation>
    </message>
    <message>
        <source>Without encryption</source>
        <translation>暗号化しない</translation>
    </message>
</context>
<context>
    <name>shirushi::send::SecondLooksCard</name>
    <message>
        <source>All recipients</source>
        <translation>受け取る人全員</translation>
    </message>
    <message>
        <source>I have looked at it again</source>
        <translation>もう一度確かめました</translation>
    </message>
</context>
<context>
    <name>shirushi::send::SendPage</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Put it now where it is read. A copy from there can be compared here later.</source>
        <translation>では、公表する場所に載せてください。載せたものが同じままかは、後でここで比べられます。</translation>
    </message>
    <message>
        <source>Recorded: %1</source>
        <translation>記録しました：%1</translation>
    </message>
    <message>
        <source>Recorded: the password of %1 has been told</source>
        <translation>伝えたことを記録しました：%1</translation>
    </message>
    <message>
        <source>The ledger does not know how this was acquired: %1</source>
        <translation>入手したときの記録が台帳にありません：%1</translation>
    </message>
    <message>
        <source>The password that was kept here is erased.</source>
        <translation>保存していたパスワードは消しました。</translation>
    </message>
    <message>
        <source>What was sent cannot be read</source>
        <translation>送ったものを読めません</translation>
    </message>
</context>
<context>
    <name>shirushi::send::SentForm</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>shirushi::send::SentModel</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>By</source>
        <translation>送った人</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>Erased untold</source>
        <translation>伝えずに消去</translation>
    </message>
    <message>
        <source>Mis-sent</source>
        <translation>誤送信</translation>
    </message>
    <message>
        <source>No password</source>
        <translation>パスワードなし</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Not told yet</source>
        <translation>未伝達</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>送付ファイル</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>受領</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>受け取る人</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送付</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>伝達済み</translation>
    </message>
    <message>
        <source>Told: %1</source>
        <translation>伝達済み：%1</translation>
    </message>
</context>
<context>
    <name>shirushi::send::SentPage</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n sendings are overdue</source>
        <translation>
            <numerusform>期限を過ぎたものが%n件あります</numerusform>
        </translation>
    </message>
    <message>
        <source>A parcel can only be opened when its password has been told, by another way than its own.</source>
        <translation>送付ファイルは、パスワードを別の方法で伝えるまで開けません。</translation>
    </message>
    <message>
        <source>All that was sent</source>
        <translation>送ったものすべて</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Confirm the receipt</source>
        <translation>受領を確認する</translation>
    </message>
    <message>
        <source>Confirm the receipt(&amp;C)</source>
        <translation>受領を確認する(&amp;C)</translation>
    </message>
    <message>
        <source>Erase it(&amp;R)</source>
        <translation>消去する(&amp;R)</translation>
    </message>
    <message>
        <source>Erase the password untold</source>
        <translation>伝えずに消去する</translation>
    </message>
    <message>
        <source>Erase the password untold(&amp;E)</source>
        <translation>伝えずに消去する(&amp;E)</translation>
    </message>
    <message>
        <source>Erased: the password of %1</source>
        <translation>パスワードを消去しました：%1</translation>
    </message>
    <message>
        <source>Every password has been told.</source>
        <translation>伝えていないパスワードはありません。</translation>
    </message>
    <message>
        <source>It was not recorded</source>
        <translation>記録できませんでした</translation>
    </message>
    <message>
        <source>Mis-sent(&amp;M)</source>
        <translation>誤送信(&amp;M)</translation>
    </message>
    <message>
        <source>No receipt has to be confirmed.</source>
        <translation>受領の確認を待つものはありません。</translation>
    </message>
    <message>
        <source>Nobody will be able to open %1 with it any more. This cannot be undone.</source>
        <translation>%1は、もうだれにも開けなくなります。元に戻せません。</translation>
    </message>
    <message>
        <source>Not told yet</source>
        <translation>未伝達</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>まだ何も送っていません。</translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation>期限を過ぎたものはありません。</translation>
    </message>
    <message>
        <source>Only %1 can open this password.</source>
        <translation>このパスワードを開けるのは、%1だけです。</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>期限超過</translation>
    </message>
    <message>
        <source>Please tell the password or ask whether the parcel came, and record it.</source>
        <translation>パスワードを伝えるか、届いたかを相手に尋ねて、記録してください。</translation>
    </message>
    <message>
        <source>Receipt not confirmed</source>
        <translation>受領未確認</translation>
    </message>
    <message>
        <source>Record it when the recipient has said that %1 came and could be opened.</source>
        <translation>%1が届いて開けたと、相手から聞いたら記録してください。</translation>
    </message>
    <message>
        <source>Record it(&amp;R)</source>
        <translation>記録する(&amp;R)</translation>
    </message>
    <message>
        <source>Recorded: the receipt of %1 is confirmed</source>
        <translation>受領を確認しました：%1</translation>
    </message>
    <message>
        <source>Shirushi was ended before something was recorded</source>
        <translation>記録される前にしるしが終了しました</translation>
    </message>
    <message>
        <source>Tell the password(&amp;P)</source>
        <translation>パスワードを伝える(&amp;P)</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>送ったもの</translation>
    </message>
    <message>
        <source>Who said so</source>
        <translation>だれから聞いたか</translation>
    </message>
</context>
<context>
    <name>shirushi::send::TelephoneCard</name>
    <message>
        <source>Address book: %1</source>
        <translation>宛先帳：%1</translation>
    </message>
    <message>
        <source>Telephone number: %1</source>
        <translation>電話番号：%1</translation>
    </message>
    <message>
        <source>The address book has no telephone number. Please look it up elsewhere than in a mail.</source>
        <translation>宛先帳に電話番号がありません。メール以外のもの（契約書など）で調べてください。</translation>
    </message>
    <message>
        <source>Typed, and not in the address book. Please compare it with the contract or the like before you call.</source>
        <translation>宛先帳にない、入力された番号です。かける前に、契約書などと見比べてください。</translation>
    </message>
</context>
<context>
    <name>shirushi::send::UnpackPage</name>
    <message>
        <source>%1 cannot be opened here</source>
        <translation>%1 は、ここでは開けません</translation>
    </message>
    <message>
        <source>Another folder(&amp;O)</source>
        <translation>フォルダーを変える(&amp;O)</translation>
    </message>
    <message>
        <source>Another parcel(&amp;B)</source>
        <translation>別の送付ファイル(&amp;B)</translation>
    </message>
    <message>
        <source>Choose the certificate(&amp;C)</source>
        <translation>証明書を選ぶ(&amp;C)</translation>
    </message>
    <message>
        <source>Choose the key(&amp;K)</source>
        <translation>鍵を選ぶ(&amp;K)</translation>
    </message>
    <message>
        <source>Choose the parcel</source>
        <translation>送付ファイルを選ぶ</translation>
    </message>
    <message>
        <source>Hyphens and capital letters of a password of Shirushi do not matter.</source>
        <translation>しるしのパスワードは、ハイフンと大文字・小文字の違いを気にせず入れられます。</translation>
    </message>
    <message>
        <source>If you stop, no file is left behind.</source>
        <translation>止めても、取り出しかけのファイルは残りません。</translation>
    </message>
    <message>
        <source>It opens with the password that the sender told you by another way.</source>
        <translation>送った人が別の方法で伝えたパスワードで開きます。</translation>
    </message>
    <message>
        <source>It opens with your certificate and its private key.</source>
        <translation>自分の電子証明書と秘密鍵で開きます。</translation>
    </message>
    <message>
        <source>It opens with your own key, which Shirushi has. No password is needed.</source>
        <translation>しるしが持っている自分の鍵で開きます。パスワードは要りません。</translation>
    </message>
    <message>
        <source>Its last character does not fit the others: something was misheard or mistyped. Please read it back and try again. Nothing was left behind.</source>
        <translation>最後の確認文字が合いません。聞き違いか打ち違いがあります。読み返して、もう一度入れてください。ファイルは取り出されていません。</translation>
    </message>
    <message>
        <source>Its private key, without a password</source>
        <translation>その秘密鍵（パスワードのないもの）</translation>
    </message>
    <message>
        <source>Nothing protects it: it opens without a password.</source>
        <translation>暗号化されていません。パスワードなしで開けます。</translation>
    </message>
    <message>
        <source>Open it(&amp;S)</source>
        <translation>開く(&amp;S)</translation>
    </message>
    <message>
        <source>Opening the parcel</source>
        <translation>送付ファイルを開いています</translation>
    </message>
    <message>
        <source>Opening: %1</source>
        <translation>取り出しています：%1</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Put a parcel here that somebody sent you: a ZIP, PDF, age or CMS file, or a page that opens itself.</source>
        <translation>受け取った送付ファイルを置いてください。ZIP、PDF、age、CMS、ブラウザーで開くファイルが開けます。</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>受け取る</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>入力した文字を表示する</translation>
    </message>
    <message>
        <source>Stopped. No file was left behind.</source>
        <translation>止めました。ファイルは取り出されていません。</translation>
    </message>
    <message>
        <source>The parcel was not opened</source>
        <translation>送付ファイルを開けませんでした</translation>
    </message>
    <message>
        <source>The password does not open it</source>
        <translation>このパスワードでは開けません</translation>
    </message>
    <message>
        <source>Where the files go</source>
        <translation>ファイルの取り出し先</translation>
    </message>
    <message>
        <source>You can try again. Nothing was left behind.</source>
        <translation>もう一度入れられます。ファイルは取り出されていません。</translation>
    </message>
    <message>
        <source>Your certificate</source>
        <translation>自分の電子証明書</translation>
    </message>
</context>
<context>
    <name>shirushi::sending</name>
    <message>
        <source>%1 belongs to the folder or to another program and does not go along.</source>
        <translation>%1 は、フォルダーや別のソフトのためのファイルなので、一緒には送りません。</translation>
    </message>
    <message>
        <source>A PDF with a password has no room for a cover sheet. Please choose another format.</source>
        <translation>パスワード付きPDFには送付書を入れられません。ほかの形式を選んでください。</translation>
    </message>
    <message>
        <source>A PDF's password keeps others from reading it, but does not show whether it was changed on the way.</source>
        <translation>PDF のパスワードは他の人に読まれることを防ぎますが、途中で変更されたかどうかは分かりません。</translation>
    </message>
    <message>
        <source>A certificate has expired. Ask its owner for the present one.</source>
        <translation>証明書の有効期限が切れています。持ち主に現在の証明書を確認してください。</translation>
    </message>
    <message>
        <source>A key of your own is needed too, so that the parcel can be checked before it goes.</source>
        <translation>送る前に中身を確かめるため、ご自身の鍵も必要です。</translation>
    </message>
    <message>
        <source>A mail address has plain letters and digits only. A domain in Japanese is written in its other form, which begins with xn--.</source>
        <translation>メールアドレスには半角の英数字と記号だけを使います。日本語のドメインは、xn--で始まるもう一つの書き方で入力してください。</translation>
    </message>
    <message>
        <source>A mail takes a parcel of 20 MiB at most. Use file transfer or a medium instead.</source>
        <translation>メールに添付できる送付ファイルは20 MiBまでです。ファイル転送か媒体を使ってください。</translation>
    </message>
    <message>
        <source>A name, an organisation or a telephone number is too long, or has characters in it that nobody sees.</source>
        <translation>氏名・所属・電話番号のどれかが長すぎるか、目に見えない文字を含んでいます。</translation>
    </message>
    <message>
        <source>A parcel needs a password.</source>
        <translation>送付ファイルにはパスワードが必要です。</translation>
    </message>
    <message>
        <source>A password is needed to open this parcel.</source>
        <translation>この送付ファイルを開くにはパスワードが必要です。</translation>
    </message>
    <message>
        <source>A personal number may not stand in the address book.</source>
        <translation>個人番号を宛先帳に入れることはできません。</translation>
    </message>
    <message>
        <source>A private key is needed to open this parcel.</source>
        <translation>この送付ファイルを開くには秘密鍵が必要です。</translation>
    </message>
    <message>
        <source>All recipients will see each other's addresses.</source>
        <translation>宛先の全員に、互いのアドレスが見えます。</translation>
    </message>
    <message>
        <source>Does not stand in the address book. Please read it again, letter by letter.</source>
        <translation>宛先帳にありません。1文字ずつ、もう一度確かめてください。</translation>
    </message>
    <message>
        <source>In this parcel some are not encrypted: anybody on the way could have put them there, or changed them: %1</source>
        <translation>この送付ファイルには、暗号化されていないものが入っています。途中で誰かが入れたり、書き換えたりしたおそれがあります：%1</translation>
    </message>
    <message>
        <source>It goes from one network domain to another. Please say how it was sanitised (無害化).</source>
        <translation>ネットワークの領域をまたぎます。どのように無害化したかを入力してください。</translation>
    </message>
    <message>
        <source>LGWAN mail reaches addresses of .lg.jp; this one is outside.</source>
        <translation>LGWANメールの宛先は.lg.jpのアドレスです。このアドレスは違います。</translation>
    </message>
    <message>
        <source>Made on %1, and not recorded, because Shirushi was ended meanwhile: %2. Please do not send it: its password, if it had one, is gone. Delete it and pack it again.</source>
        <translation>%1に作られましたが、途中でしるしが終了したため、記録されていません：%2　送らないでください（パスワードも残っていません）。削除して、もう一度作ってください。</translation>
    </message>
    <message>
        <source>Names in this archive were written in Shift_JIS, as older programs do; they have been read as such.</source>
        <translation>ファイル名が Shift_JIS（古いソフトの書き方）で書かれていたため、そのように読み取りました。</translation>
    </message>
    <message>
        <source>No password waits to be told for this sending.</source>
        <translation>この送付に、未伝達のパスワードはありません。</translation>
    </message>
    <message>
        <source>No recipient is named, so that there is no key.</source>
        <translation>受け取る方が指定されていないため、鍵が決まりません。</translation>
    </message>
    <message>
        <source>Nobody has checked this address yet.</source>
        <translation>このアドレスは、まだだれも確認していません。</translation>
    </message>
    <message>
        <source>Nobody of this number stands in the address book.</source>
        <translation>この番号の相手先は宛先帳にありません。</translation>
    </message>
    <message>
        <source>Only one PDF can be sent as a PDF with a password.</source>
        <translation>パスワード付き PDF で送れるのは、PDF 一つだけです。</translation>
    </message>
    <message>
        <source>Only who has packed this can write the mail to it: the password cannot be looked for otherwise.</source>
        <translation>メールの下書きを作れるのは、送付ファイルを作った本人だけです（パスワードが書かれていないことを確かめるためです）。</translation>
    </message>
    <message>
        <source>Only who has sent this, or an administrator, can end it.</source>
        <translation>送付した本人か管理者だけが終わらせることができます。</translation>
    </message>
    <message>
        <source>Others are writing into the ledger all the time. Please try again.</source>
        <translation>ほかの人が台帳に書き込んでいます。もう一度お試しください。</translation>
    </message>
    <message>
        <source>Please check that this is a method that the %1 has designated.</source>
        <translation>%1の指定を確認してください。</translation>
    </message>
    <message>
        <source>Please give a name.</source>
        <translation>氏名を入力してください。</translation>
    </message>
    <message>
        <source>Please give the reason in one short line.</source>
        <translation>理由を短い1行で入力してください。</translation>
    </message>
    <message>
        <source>Please name formats that parcels have.</source>
        <translation>送付ファイルの形式を指定してください。</translation>
    </message>
    <message>
        <source>Please say how the password was told: %1</source>
        <translation>パスワードを伝えた方法を指定してください: %1</translation>
    </message>
    <message>
        <source>Please say to which mail address the password went.</source>
        <translation>パスワードを送ったメールアドレスを指定してください。</translation>
    </message>
    <message>
        <source>Please say to whom and how.</source>
        <translation>だれに、どの方法で送るかを指定してください。</translation>
    </message>
    <message>
        <source>Please say to whom in one short line.</source>
        <translation>相手を短い1行で入力してください。</translation>
    </message>
    <message>
        <source>Please say what kind of recipient this is: %1</source>
        <translation>相手先の区分を指定してください：%1</translation>
    </message>
    <message>
        <source>Please say where it is published.</source>
        <translation>公表する場所を入力してください。</translation>
    </message>
    <message>
        <source>Please state the law or ordinance that provides for it.</source>
        <translation>根拠となる法令又は条例を示してください。</translation>
    </message>
    <message>
        <source>Several recipients: their addresses go into Bcc, so that nobody sees the others'.</source>
        <translation>宛先が複数です。互いのアドレスが見えないよう、Bccに入れます。</translation>
    </message>
    <message>
        <source>Shirushi does not make parcels of this format.</source>
        <translation>この形式の送付ファイルは作成できません。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>Taken out of %1 on %2, and not recorded, because Shirushi was ended meanwhile: %3. Please delete this and open the parcel again.</source>
        <translation>%1から%2に取り出されましたが、途中でしるしが終了したため、記録されていません：%3　削除して、もう一度送付ファイルを開いてください。</translation>
    </message>
    <message>
        <source>The PDF has a password or restrictions already. Choose another format.</source>
        <translation>この PDF には、すでにパスワードまたは制限が付いています。別の形式を選んでください。</translation>
    </message>
    <message>
        <source>The PDF is signed, and a password would break its signature. Choose another format.</source>
        <translation>この PDF には電子署名があり、パスワードを付けると署名が無効になります。別の形式を選んでください。</translation>
    </message>
    <message>
        <source>The address book does not have exactly one of this address or name, so that there is no key.</source>
        <translation>このアドレスまたは名前の方が宛先帳に1件だけ登録されている状態ではないため、鍵が決まりません。</translation>
    </message>
    <message>
        <source>The address book has another number: %1. Please call that one, or have the number checked and changed there first.</source>
        <translation>宛先帳の電話番号と違います：%1　その番号にかけるか、先に番号を確かめて宛先帳を直してください。</translation>
    </message>
    <message>
        <source>The address book has no certificate of this recipient.</source>
        <translation>この宛先の証明書は、宛先帳に登録されていません。</translation>
    </message>
    <message>
        <source>The address book has no key of this recipient.</source>
        <translation>この宛先の鍵は、宛先帳に登録されていません。</translation>
    </message>
    <message>
        <source>The address book has this recipient as %1, and you said %2.</source>
        <translation>宛先帳では相手先の区分が%1ですが、%2が指定されています。</translation>
    </message>
    <message>
        <source>The address book is full.</source>
        <translation>宛先帳がいっぱいです。</translation>
    </message>
    <message>
        <source>The address book was changed here without a record. Check address and telephone number before anything goes.</source>
        <translation>宛先帳のこの相手先が、記録なしに書き換えられています。送る前に、アドレスと電話番号を確かめてください。</translation>
    </message>
    <message>
        <source>The archive is encrypted in a way that Shirushi does not know.</source>
        <translation>「しるし」では扱えない方法で暗号化されています。</translation>
    </message>
    <message>
        <source>The archive is one part of several: all of them are needed, put together.</source>
        <translation>分割された圧縮ファイルの一部です。すべてをそろえて一つにまとめる必要があります。</translation>
    </message>
    <message>
        <source>The archive is packed in a way that Shirushi does not know. Ask the sender to pack it as an ordinary ZIP.</source>
        <translation>「しるし」では扱えない方法で圧縮されています。通常の ZIP で送るよう送り主に依頼してください。</translation>
    </message>
    <message>
        <source>The archive uses the old encryption of ZIP, which is broken. Ask the sender for AES-256.</source>
        <translation>古い方式の ZIP 暗号が使われています（すでに破られている方式です）。AES-256 で送るよう送り主に依頼してください。</translation>
    </message>
    <message>
        <source>The archive was refused: a name in it is neither in UTF-8 nor in Shift_JIS.</source>
        <translation>送付ファイルを開きませんでした。ファイル名が UTF-8 でも Shift_JIS でもありません。</translation>
    </message>
    <message>
        <source>The archive was refused: it holds a link or a device, which could lead out of the folder.</source>
        <translation>送付ファイルを開きませんでした。フォルダーの外を指すおそれのあるリンクや装置が入っています。</translation>
    </message>
    <message>
        <source>The cover sheet could not be made.</source>
        <translation>送付書を作れませんでした。</translation>
    </message>
    <message>
        <source>The domain is nearly that of %1. Is it meant?</source>
        <translation>%1とよく似たドメインです。これで正しいですか。</translation>
    </message>
    <message>
        <source>The draft could not be made.</source>
        <translation>メールの下書きを作れませんでした。</translation>
    </message>
    <message>
        <source>The file ends too early.</source>
        <translation>ファイルが途中で終わっています。</translation>
    </message>
    <message>
        <source>The file was changed by another program meanwhile.</source>
        <translation>処理の間に、ほかのプログラムがファイルを変えました。</translation>
    </message>
    <message>
        <source>The files in this parcel take %1 MB, and there is room for %2 MB. Please choose another place or make room.</source>
        <translation>この送付ファイルを取り出すには%1 MBが要りますが、空きは%2 MBです。取り出し先を変えるか、空きを作ってください。</translation>
    </message>
    <message>
        <source>The folder %1 is empty and does not go along.</source>
        <translation>フォルダー「%1」は空のため、含まれません。</translation>
    </message>
    <message>
        <source>The folders are nested too deep.</source>
        <translation>フォルダーの階層が深すぎます。</translation>
    </message>
    <message>
        <source>The parcel could not be made for these certificates.</source>
        <translation>この証明書では送付ファイルを作成できませんでした。</translation>
    </message>
    <message>
        <source>The parcel could not be made.</source>
        <translation>送付ファイルを作成できませんでした。</translation>
    </message>
    <message>
        <source>The parcel holds more than may be unpacked safely.</source>
        <translation>送付ファイルの中身が大きすぎるため、安全に展開できません。</translation>
    </message>
    <message>
        <source>The parcel is damaged, or not of the form that it says.</source>
        <translation>送付ファイルが壊れているか、形式が正しくありません。</translation>
    </message>
    <message>
        <source>The parcel is not the one that was recorded.</source>
        <translation>送付ファイルが、記録したものと違います。</translation>
    </message>
    <message>
        <source>The parcel was looked through as a check, and something of the content lay open in it. It was thrown away.</source>
        <translation>作った送付ファイルを点検したところ、中身の一部が外から見える状態でした。送付ファイルは破棄しました。</translation>
    </message>
    <message>
        <source>The parcel was opened again as a check, and something else came out. It was thrown away.</source>
        <translation>作成した送付ファイルを開いて確かめたところ、元のファイルと一致しませんでした。送付ファイルは破棄しました。</translation>
    </message>
    <message>
        <source>The parcel was refused: “%1” in it has characters that no file name may have.</source>
        <translation>送付ファイルを開きませんでした。中の「%1」に、ファイル名に使えない文字があります。</translation>
    </message>
    <message>
        <source>The parcel was refused: “%1” in it is not a name of a file.</source>
        <translation>送付ファイルを開きませんでした。中の「%1」は、ファイル名ではありません。</translation>
    </message>
    <message>
        <source>The parcel was refused: “%1” in it is the name of a device in Windows.</source>
        <translation>送付ファイルを開きませんでした。中の「%1」は、Windows の装置の名前です。</translation>
    </message>
    <message>
        <source>The parcel was refused: “%1” in it is too long for a file name.</source>
        <translation>送付ファイルを開きませんでした。中の「%1」は、ファイル名として長すぎます。</translation>
    </message>
    <message>
        <source>The parcel was refused: “%1” in it leads out of the folder.</source>
        <translation>送付ファイルを開きませんでした。中の「%1」が、フォルダーの外を指しています。</translation>
    </message>
    <message>
        <source>The parcel was refused: “%1” in it lies in too many folders.</source>
        <translation>送付ファイルを開きませんでした。中の「%1」は、フォルダーの階層が深すぎます。</translation>
    </message>
    <message>
        <source>The parcel was refused: “%1” in it names a place of its own on the disk.</source>
        <translation>送付ファイルを開きませんでした。中の「%1」が、ディスク上の別の場所を指しています。</translation>
    </message>
    <message>
        <source>The parcel was refused: “%1” is in it twice.</source>
        <translation>送付ファイルを開きませんでした。「%1」が二つ入っています。</translation>
    </message>
    <message>
        <source>The parcel would take the place of a file that goes into it.</source>
        <translation>送付ファイルの名前が、中に入れるファイルと同じです。</translation>
    </message>
    <message>
        <source>The password can still be told. It can be erased when it is %1 days old, or when the parcel was recorded as mis-sent.</source>
        <translation>パスワードはまだ伝えられます。消せるのは、%1日を過ぎたときか、誤送信として記録したときです。</translation>
    </message>
    <message>
        <source>The password must not go the way that the parcel went.</source>
        <translation>パスワードは、送付ファイルと同じ方法では伝えられません。</translation>
    </message>
    <message>
        <source>The password must not go to the address, or the organisation's mail, to which the parcel went.</source>
        <translation>パスワードを、送付ファイルと同じ宛先や同じ組織のメールに送ることはできません。</translation>
    </message>
    <message>
        <source>The password or key does not open this parcel, or the parcel was changed.</source>
        <translation>パスワード（または鍵）が違うか、送付ファイルが変更されています。</translation>
    </message>
    <message>
        <source>The password, or a part of it, stands in the mail. It must go another way.</source>
        <translation>メールの中にパスワードかその一部が書かれています。パスワードは別の方法で伝えてください。</translation>
    </message>
    <message>
        <source>The private key cannot be read, or has a password of its own.</source>
        <translation>秘密鍵を読み取れないか、秘密鍵にパスワードが付いています。</translation>
    </message>
    <message>
        <source>The receipt of this sending has been confirmed already.</source>
        <translation>この送付は、すでに受領を確認しています。</translation>
    </message>
    <message>
        <source>The recipient's key or certificate is missing.</source>
        <translation>受け取る方の鍵または証明書がありません。</translation>
    </message>
    <message>
        <source>The recipient's mail gateway takes off attachments of this format. Use another way: %1</source>
        <translation>相手先のメールサーバーは、この形式の添付ファイルを取り除きます。ほかの方法を使ってください：%1</translation>
    </message>
    <message>
        <source>The recipient's system may not take this file name. Please give the file another one.</source>
        <translation>このファイル名は、受け取る側のシステムで使えないことがあります。別の名前を付けてください。</translation>
    </message>
    <message>
        <source>The rules forbid this.</source>
        <translation>規程により禁止されています。</translation>
    </message>
    <message>
        <source>The rules want it encrypted as needed. Please say why it need not be.</source>
        <translation>この決まりでは、必要に応じて暗号化します。暗号化しない理由を入力してください。</translation>
    </message>
    <message>
        <source>The rules want it encrypted, without exception.</source>
        <translation>この決まりでは、必ず暗号化します。</translation>
    </message>
    <message>
        <source>The subject is too long, or has characters in it that nobody sees.</source>
        <translation>件名が長すぎるか、目に見えない文字を含んでいます。</translation>
    </message>
    <message>
        <source>The work was stopped.</source>
        <translation>作業を中止しました。</translation>
    </message>
    <message>
        <source>There are more than %1 files.</source>
        <translation>ファイルが%1個を超えています。</translation>
    </message>
    <message>
        <source>There are two files of this name in the parcel.</source>
        <translation>同じ名前のファイルが二つあります。</translation>
    </message>
    <message>
        <source>There is already a file of this name.</source>
        <translation>同じ名前のファイルがすでにあります。</translation>
    </message>
    <message>
        <source>There is no file in this parcel.</source>
        <translation>この送付ファイルには、ファイルが入っていません。</translation>
    </message>
    <message>
        <source>There is no record of such a publication.</source>
        <translation>この公表の記録はありません。</translation>
    </message>
    <message>
        <source>There is no sending of this number.</source>
        <translation>この番号の送付はありません。</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>そのファイルはありません。</translation>
    </message>
    <message>
        <source>There is nobody to write to.</source>
        <translation>宛先がありません。</translation>
    </message>
    <message>
        <source>There is nothing to pack.</source>
        <translation>送付するファイルがありません。</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>送るものがありません。</translation>
    </message>
    <message>
        <source>These are too many recipients, or one of them has characters in it that nobody sees.</source>
        <translation>宛先が多すぎるか、目に見えない文字を含む宛先があります。</translation>
    </message>
    <message>
        <source>This PDF cannot be sent under a password of its own. Choose another format.</source>
        <translation>この PDF は、パスワード付きの PDF として送れません。別の形式を選んでください。</translation>
    </message>
    <message>
        <source>This address is named twice.</source>
        <translation>同じアドレスが2回指定されています。</translation>
    </message>
    <message>
        <source>This contact was changed behind Shirushi's back: its key is not used before somebody has checked it.</source>
        <translation>この宛先は、しるし以外の手段で書き換えられています。内容を確かめるまで、この鍵は使えません。</translation>
    </message>
    <message>
        <source>This domain has letters in it that are not of the English alphabet. Programs show them as such; check that it is the right one.</source>
        <translation>このドメインは英字以外の文字を含んでいます。画面では別の文字に見えることがあります。正しいドメインか確かめてください。</translation>
    </message>
    <message>
        <source>This format has a password and no keys.</source>
        <translation>この形式は、鍵ではなくパスワードを使います。</translation>
    </message>
    <message>
        <source>This format takes %1 MB at most. Please choose another.</source>
        <translation>この形式で送れるのは %1 MB までです。別の形式を選んでください。</translation>
    </message>
    <message>
        <source>This is a link. Please name the file that it leads to.</source>
        <translation>リンクです。リンク先のファイルを指定してください。</translation>
    </message>
    <message>
        <source>This is neither a file nor a folder.</source>
        <translation>ファイルでもフォルダーでもありません。</translation>
    </message>
    <message>
        <source>This is no draft of ours.</source>
        <translation>しるしが作った下書きではありません。</translation>
    </message>
    <message>
        <source>This is none of the forms of parcel that Shirushi opens.</source>
        <translation>「しるし」で開ける送付ファイルの形式ではありません。</translation>
    </message>
    <message>
        <source>This is not a certificate (X.509).</source>
        <translation>証明書（X.509）ではありません。</translation>
    </message>
    <message>
        <source>This is not a mail address: look at what stands before the @.</source>
        <translation>メールアドレスではありません。＠の前を確かめてください。</translation>
    </message>
    <message>
        <source>This is not a mail address: look at what stands behind the @.</source>
        <translation>メールアドレスではありません。＠の後ろを確かめてください。</translation>
    </message>
    <message>
        <source>This is not a mail address: there is no @ in it.</source>
        <translation>メールアドレスではありません（＠がありません）。</translation>
    </message>
    <message>
        <source>This is not a method that the office has designated.</source>
        <translation>指定された方法ではありません。</translation>
    </message>
    <message>
        <source>This is not a recipient that can be written to this way.</source>
        <translation>この方法で送れる宛先ではありません。</translation>
    </message>
    <message>
        <source>This is not a telephone number.</source>
        <translation>電話番号ではありません。</translation>
    </message>
    <message>
        <source>This is not an age key (age1…).</source>
        <translation>ageの鍵（age1…）ではありません。</translation>
    </message>
    <message>
        <source>This is too long, or has characters in it that nobody sees.</source>
        <translation>長すぎるか、目に見えない文字が含まれています。</translation>
    </message>
    <message>
        <source>This kind of CMS keeps others from reading it, but does not show whether it was changed on the way.</source>
        <translation>この種類の CMS は他の人に読まれることを防ぎますが、途中で変更されたかどうかは分かりません。</translation>
    </message>
    <message>
        <source>This looks like a local government's domain (.lg.jp) and is none.</source>
        <translation>自治体のドメイン（.lg.jp）に似ていますが、違います。</translation>
    </message>
    <message>
        <source>This looks like a password. No password goes with the parcel.</source>
        <translation>これはパスワードのようです。パスワードを送付ファイルと一緒に送ることはできません。</translation>
    </message>
    <message>
        <source>This may be provided, if the conditions are met.</source>
        <translation>条件を満たせば提供できます。</translation>
    </message>
    <message>
        <source>This may be provided.</source>
        <translation>提供できます。</translation>
    </message>
    <message>
        <source>This may be published, if the conditions are met.</source>
        <translation>条件を満たせば公表できます。</translation>
    </message>
    <message>
        <source>This may be published.</source>
        <translation>公表できます。</translation>
    </message>
    <message>
        <source>This may be sent, if the conditions are met.</source>
        <translation>条件を満たせば送信できます。</translation>
    </message>
    <message>
        <source>This may be sent.</source>
        <translation>送信できます。</translation>
    </message>
    <message>
        <source>This must not be provided.</source>
        <translation>提供できません。</translation>
    </message>
    <message>
        <source>This must not be published.</source>
        <translation>公表できません。</translation>
    </message>
    <message>
        <source>This must not be sent.</source>
        <translation>送信できません。</translation>
    </message>
    <message>
        <source>This name with this mail address stands in the address book already.</source>
        <translation>同じ氏名とメールアドレスの相手先が、すでに宛先帳にあります。</translation>
    </message>
    <message>
        <source>This note is too long.</source>
        <translation>メモが長すぎます。</translation>
    </message>
    <message>
        <source>This parcel goes another way than by mail.</source>
        <translation>この送付ファイルは、メール以外の方法で送るものです。</translation>
    </message>
    <message>
        <source>This parcel is not encrypted, and its password was not needed: anybody on the way could have read or changed it.</source>
        <translation>この送付ファイルは暗号化されておらず、パスワードは使われませんでした。途中で読まれたり、書き換えられたりしたおそれがあります。</translation>
    </message>
    <message>
        <source>This password is too easy to guess. Use a longer one, or let one be made.</source>
        <translation>このパスワードは推測されやすいものです。もっと長くするか、自動作成を使ってください。</translation>
    </message>
    <message>
        <source>This password is too easy to guess: %1.</source>
        <translation>このパスワードは推測されやすいものです：%1</translation>
    </message>
    <message>
        <source>This sending has ended.</source>
        <translation>この送付は終わっています。</translation>
    </message>
    <message>
        <source>This text is too long for a mail.</source>
        <translation>本文が長すぎます。</translation>
    </message>
    <message>
        <source>Use letters, digits and signs of the English keyboard only: the recipient's program may read others differently.</source>
        <translation>半角の英数字と記号だけを使ってください。それ以外の文字は、受け取る側で別の文字になることがあります。</translation>
    </message>
    <message>
        <source>With its password a PDF gets another writing, which its label does not know. The label counts here all the same: nobody changed the parcel on the way, and that is recorded.</source>
        <translation>パスワードを付けるとPDFは書き直されますが、途中で変えられていないことを確かめて記録しましたので、ここでは分類の表示がそのまま有効です。</translation>
    </message>
    <message>
        <source>With its password a PDF gets another writing: its label is still the sender's, but cannot show any more that the content is what was classified.</source>
        <translation>PDF はパスワードを付けると書き直されます。分類の表示は送り主のものですが、内容が分類したときのままかどうかは、もう確かめられません。</translation>
    </message>
    <message>
        <source>Your role stands outside the scope of the office's rules, and the rules that answer instead want an approval. Please ask somebody within the scope to send this.</source>
        <translation>あなたの役割はこの職場の規程の適用範囲に含まれず、代わりに用いる規程（案）では承認が必要です。適用範囲に含まれる人に送付を頼んでください。</translation>
    </message>
</context>
<context>
    <name>shirushi::vault</name>
    <message>
        <source>%1 has this item open on the computer “%2” since %3. You can read it.</source>
        <translation>%1さんが、パソコン「%2」で%3から開いています。読むことはできます。</translation>
    </message>
    <message>
        <source>%1 has this item open. It can be moved when it is closed.</source>
        <translation>%1さんが開いています。閉じた後に移せます。</translation>
    </message>
    <message>
        <source>%1: it was changed in both vaults while it was being moved, and is in both now.</source>
        <translation>%1：移している間に両方の保管庫で変更されたため、今は両方にあります。</translation>
    </message>
    <message>
        <source>A copy of the document may lie beside it, and stays there unencrypted: %1</source>
        <translation>文書の写しと思われるファイルが、暗号化されずに同じ場所に残っています：%1</translation>
    </message>
    <message>
        <source>A newer Shirushi has made this vault.</source>
        <translation>この保管庫は、新しい版の「しるし」で作られています。</translation>
    </message>
    <message>
        <source>A program was interrupted while it wrote this file.</source>
        <translation>書込みの途中で止まったファイルです。</translation>
    </message>
    <message>
        <source>A rescue item of it is waiting. Please save it or throw it away first.</source>
        <translation>この品目の救済した控えが残っています。先に保存するか捨ててください。</translation>
    </message>
    <message>
        <source>A vault needs at least one member.</source>
        <translation>保管庫には利用者が一人以上必要です。</translation>
    </message>
    <message>
        <source>An item needs at least one member.</source>
        <translation>品目には、開ける人が一人以上必要です。</translation>
    </message>
    <message>
        <source>An item of this number lies in the other vault already.</source>
        <translation>移す先の保管庫に、同じ番号の品目がもうあります。</translation>
    </message>
    <message>
        <source>An older content is not the one that was put into the vault: it was changed, damaged or exchanged.</source>
        <translation>前の版の内容が、保管庫に入れたものではありません。改変、破損または入替えのおそれがあります。</translation>
    </message>
    <message>
        <source>An older content is not there.</source>
        <translation>前の版のファイルがありません。</translation>
    </message>
    <message>
        <source>An older list of members lies in the place of the newest one: somebody who was removed may be on it.</source>
        <translation>利用者の一覧が古いものに戻されています。外した人が載っているおそれがあります。</translation>
    </message>
    <message>
        <source>Another item's description lies in this place: items were exchanged.</source>
        <translation>別の品目の説明が置かれています。品目が入れ替えられています。</translation>
    </message>
    <message>
        <source>Nobody of this vault has signed its list of members, or it is another vault's.</source>
        <translation>利用者の一覧に、この保管庫の人の署名がないか、別の保管庫のものです。</translation>
    </message>
    <message>
        <source>Nobody who may open this item has signed its description.</source>
        <translation>この品目を開ける人の署名が、説明にありません。</translation>
    </message>
    <message>
        <source>Only members of a vault move something into it. Please ask one of its members to add you.</source>
        <translation>保管庫へ移せるのは、その保管庫の利用者だけです。利用者に追加を頼んでください。</translation>
    </message>
    <message>
        <source>Only members of the vault say where a copy of it is.</source>
        <translation>控えの場所を記録できるのは、保管庫の利用者だけです。</translation>
    </message>
    <message>
        <source>Only members put something into this vault.</source>
        <translation>この保管庫に入れられるのは、利用者だけです。</translation>
    </message>
    <message>
        <source>Only members, and who can recover what is in it, change who may open this vault.</source>
        <translation>開ける人を変えられるのは、この保管庫の利用者と、復元できる人だけです。</translation>
    </message>
    <message>
        <source>Please ask another member to remove you: you could not encrypt anew what you cannot open any more.</source>
        <translation>自分を外すことは、ほかの利用者に頼んでください。開けなくなったものは、暗号化し直せません。</translation>
    </message>
    <message>
        <source>Please give the reason: the members see it.</source>
        <translation>理由を入力してください。利用者に表示されます。</translation>
    </message>
    <message>
        <source>Please name the file that the copy is to become.</source>
        <translation>写しの保存先のファイル名を指定してください。</translation>
    </message>
    <message>
        <source>Please say where the copy is kept.</source>
        <translation>控えをどこに置いたかを書いてください。</translation>
    </message>
    <message>
        <source>Several items begin like this: please give more of the number.</source>
        <translation>同じ文字で始まる品目が複数あります。番号をもう少し長く入力してください。</translation>
    </message>
    <message>
        <source>Somebody else has changed this item meanwhile.</source>
        <translation>その間に、ほかの人がこの品目を変更しました。</translation>
    </message>
    <message>
        <source>Somebody else has saved this item meanwhile.</source>
        <translation>その間に、ほかの人がこの品目を保存しました。</translation>
    </message>
    <message>
        <source>Somebody has put an older list of members in the place of the newest one. Nothing is put into this vault until that is cleared up.</source>
        <translation>利用者の一覧が古いものに戻されています。明らかになるまで、この保管庫には何も入れません。</translation>
    </message>
    <message>
        <source>Somebody has this item open. It can be moved when it is closed.</source>
        <translation>だれかが開いています。閉じた後に移せます。</translation>
    </message>
    <message>
        <source>Somebody has this item open. You can read it.</source>
        <translation>ほかの人がこれを開いています。読むことはできます。</translation>
    </message>
    <message>
        <source>Something else was read back than was written. The medium may be damaged.</source>
        <translation>書いたものと違うものが読み返されました。記録媒体が傷んでいるかもしれません。</translation>
    </message>
    <message>
        <source>That the item was closed is recorded at the next start: %1</source>
        <translation>閉じたことは、次に使うときに記録します：%1</translation>
    </message>
    <message>
        <source>The computer or the program stopped while the item was open.</source>
        <translation>開いている間に、パソコンかしるしが止まりました。</translation>
    </message>
    <message>
        <source>The content is not the one that was put into the vault: it was changed, damaged or exchanged.</source>
        <translation>内容が、保管庫に入れたものではありません。改変、破損または入替えのおそれがあります。</translation>
    </message>
    <message>
        <source>The content is not there.</source>
        <translation>内容のファイルがありません。</translation>
    </message>
    <message>
        <source>The content of this item was fixed (write-protected), and it is another one now.</source>
        <translation>書込禁止にした品目の内容が変わっています。</translation>
    </message>
    <message>
        <source>The decrypted copy could not be removed. Please remove this folder by hand.</source>
        <translation>復号した写しを消せませんでした。このフォルダーを手で削除してください。</translation>
    </message>
    <message>
        <source>The description cannot be read from the disk.</source>
        <translation>品目の説明をディスクから読めません。</translation>
    </message>
    <message>
        <source>The description of this item cannot be read.</source>
        <translation>この品目の説明が読めません。</translation>
    </message>
    <message>
        <source>The description of this vault cannot be read.</source>
        <translation>この保管庫の説明が読めません。</translation>
    </message>
    <message>
        <source>The description was changed or damaged.</source>
        <translation>品目の説明が改変されたか壊れています。</translation>
    </message>
    <message>
        <source>The document was changed after it was classified. Please label it anew when it is taken out.</source>
        <translation>文書は分類の後に変更されています。取り出したら、分類の表示を付け直してください。</translation>
    </message>
    <message>
        <source>The document was open for reading and was changed all the same.</source>
        <translation>読み取り専用で開いた書類が、変更されていました。</translation>
    </message>
    <message>
        <source>The file was changed by another program meanwhile.</source>
        <translation>その間に、別のプログラムがファイルを変更しました。</translation>
    </message>
    <message>
        <source>The item is another than the one that the ledger knows under the same number of changes.</source>
        <translation>品目が、台帳に記録された同じ回数の変更後のものと違います。</translation>
    </message>
    <message>
        <source>The item is locked for others than should be able to open it: it waits to be locked anew.</source>
        <translation>開けてよい人と、施錠されている相手が違います。施錠し直しが必要です。</translation>
    </message>
    <message>
        <source>The item was changed in its first vault meanwhile. It is in both now.</source>
        <translation>移している間に、元の保管庫のものが変更されました。今は両方にあります。</translation>
    </message>
    <message>
        <source>The item was locked before the change could be saved.</source>
        <translation>変更を保存し終わる前に施錠しました。</translation>
    </message>
    <message>
        <source>The item was put back to an older state than the ledger knows.</source>
        <translation>品目が、台帳の記録より古い状態に戻されています。</translation>
    </message>
    <message>
        <source>The ledger knows this item, and it is gone.</source>
        <translation>台帳にある品目が、なくなっています。</translation>
    </message>
    <message>
        <source>The list of members does not go on from the one that this computer knows: somebody who was not let in may have written it.</source>
        <translation>メンバーの一覧が、このパソコンが知っている一覧の続きではありません。メンバーでない人が書いた可能性があります。</translation>
    </message>
    <message>
        <source>The list of members does not go on from the one that this computer knows: somebody who was not let in may have written it. Nothing is put into this vault until that is cleared up.</source>
        <translation>メンバーの一覧が、このパソコンが知っている一覧の続きではありません。メンバーでない人が書いた可能性があります。原因が分かるまで、この保管庫には入れられません。</translation>
    </message>
    <message>
        <source>The members of this vault were changed too often. Please make a new vault and move the items there.</source>
        <translation>この保管庫のメンバーの変更が多すぎます。新しい保管庫をつくり、そこへ移してください。</translation>
    </message>
    <message>
        <source>The original was changed after it was put into the vault. It stays where it is.</source>
        <translation>元のファイルは、保管庫に入れた後に変更されています。そのまま残しました。</translation>
    </message>
    <message>
        <source>The work was interrupted, and the vault is as it was before.</source>
        <translation>作業が途中で止まりました。保管庫は前のままです。</translation>
    </message>
    <message>
        <source>The work was stopped.</source>
        <translation>作業を中止しました。</translation>
    </message>
    <message>
        <source>There is a rescue item of this item: what could not be saved when it was closed the last time.</source>
        <translation>これには救済した控えがあります。前に閉じたときに保存できなかった内容です。</translation>
    </message>
    <message>
        <source>There is no room in memory: the decrypted document lies on the disk while it is open.</source>
        <translation>メモリーに空きがないため、開いている間、復号した書類はディスクに置かれます。</translation>
    </message>
    <message>
        <source>There is no such item in this vault.</source>
        <translation>この保管庫に、その品目はありません。</translation>
    </message>
    <message>
        <source>There is something in this folder already. A vault takes an empty or a new one.</source>
        <translation>このフォルダーには既に何かあります。保管庫には、空のフォルダーか新しいフォルダーを使ってください。</translation>
    </message>
    <message>
        <source>These are too many items. Please say it of the whole vault.</source>
        <translation>品目が多すぎます。保管庫全体の控えとして記録してください。</translation>
    </message>
    <message>
        <source>This content belongs to no item: the work was interrupted, or its description was removed.</source>
        <translation>どの品目のものでもない内容です。作業が途中で止まったか、説明が消されています。</translation>
    </message>
    <message>
        <source>This file belongs to a vault or to Shirushi itself.</source>
        <translation>このファイルは、保管庫か「しるし」そのもののものです。</translation>
    </message>
    <message>
        <source>This file is none of the vault's.</source>
        <translation>保管庫のものではないファイルです。</translation>
    </message>
    <message>
        <source>This file was changed or damaged: it cannot be opened.</source>
        <translation>このファイルは改変されたか壊れていて、開けません。</translation>
    </message>
    <message>
        <source>This folder is no vault.</source>
        <translation>このフォルダーは保管庫ではありません。</translation>
    </message>
    <message>
        <source>This is a link. Please name the file itself.</source>
        <translation>これはリンクです。元のファイルを指定してください。</translation>
    </message>
    <message>
        <source>This is locked for other people.</source>
        <translation>ほかの人だけが開けるように施錠されています。</translation>
    </message>
    <message>
        <source>This is not the content that was put into the vault: it was changed, damaged or exchanged.</source>
        <translation>保管庫に入れた内容ではありません。改変、破損または入替えのおそれがあります。</translation>
    </message>
    <message>
        <source>This is not what was sealed: it was changed, damaged or exchanged.</source>
        <translation>封をしたときのものではありません。変更されたか、壊れたか、入れ替えられています。</translation>
    </message>
    <message>
        <source>This is the vault in which it lies already.</source>
        <translation>もうその保管庫にあります。</translation>
    </message>
    <message>
        <source>This item has no class by the rules of this office, so that nobody can say who permits it. Please take it out, label it and put it in again.</source>
        <translation>この品目には、この団体の規程による分類がないため、許可する人が決まりません。内部に取り出して分類の表示を付け、入れ直してください。</translation>
    </message>
    <message>
        <source>This item has no class by the rules of this office.</source>
        <translation>この品目には、この団体の規程による分類がありません。</translation>
    </message>
    <message>
        <source>This item is final (write-protected): its content does not change any more.</source>
        <translation>この品目は確定（書込禁止）しているため、内容を変えられません。</translation>
    </message>
    <message>
        <source>This item is not open any more.</source>
        <translation>これはもう開いていません。</translation>
    </message>
    <message>
        <source>This item was put back to an older state than the ledger knows. Please check the vault first.</source>
        <translation>この品目は、台帳が知っているものより古い状態に戻されています。先に保管庫を確かめてください。</translation>
    </message>
    <message>
        <source>This person is a member already.</source>
        <translation>この人は既に利用者です。</translation>
    </message>
    <message>
        <source>This person is no member of the vault.</source>
        <translation>この人は保管庫の利用者ではありません。</translation>
    </message>
    <message>
        <source>This person is no member of the vault. Please add them to the vault first.</source>
        <translation>この人は保管庫の利用者ではありません。先に保管庫に加えてください。</translation>
    </message>
    <message>
        <source>This person is not in the roster.</source>
        <translation>この人は名簿にありません。</translation>
    </message>
    <message>
        <source>This person may not open the item anyway.</source>
        <translation>この人は元からこの品目を開けません。</translation>
    </message>
    <message>
        <source>This person may open the item already.</source>
        <translation>この人は既にこの品目を開けます。</translation>
    </message>
    <message>
        <source>This place has no room for the label, which the item carries in an attribute. Please label the copy anew.</source>
        <translation>この場所には、属性にある分類の表示を付けられません。写しに分類の表示を付け直してください。</translation>
    </message>
    <message>
        <source>This place lies in the vault itself: a plain copy does not belong there.</source>
        <translation>ここは保管庫の中です。暗号化していない写しは置けません。</translation>
    </message>
    <message>
        <source>This rescue item belongs to another vault.</source>
        <translation>この救済した控えは、別の保管庫のものです。</translation>
    </message>
    <message>
        <source>This version of the item is not kept.</source>
        <translation>この版は保存されていません。</translation>
    </message>
    <message>
        <source>This word about a second copy cannot be read.</source>
        <translation>この控えの記録は読み取れません。</translation>
    </message>
    <message>
        <source>This word about a second copy was changed, or nobody of this vault has signed it. It does not count.</source>
        <translation>この控えの記録は、変更されているか、この保管庫のだれの署名もありません。控えがあるとはみなしません。</translation>
    </message>
    <message>
        <source>What could not be saved in the item lies in a rescue item (%1).</source>
        <translation>保管庫に保存できなかった内容は、救済した控えにあります（%1）。</translation>
    </message>
    <message>
        <source>What the desktop keeps of the document could not be taken away: %1</source>
        <translation>デスクトップに残る縮小画像や最近使った文書の記録を消せませんでした：%1</translation>
    </message>
    <message>
        <source>What the ledger notes of unfinished work cannot be read.</source>
        <translation>台帳にある途中の作業の記録が読めません。</translation>
    </message>
    <message>
        <source>What was noted of an open item cannot be read.</source>
        <translation>開いているものについての控え書きを読めません。</translation>
    </message>
    <message>
        <source>What was read back from the vault is not what was put into it. The original was changed meanwhile, or the medium is damaged.</source>
        <translation>保管庫から読み返した内容が、入れた内容と違います。その間に元のファイルが変わったか、記録媒体が傷んでいます。</translation>
    </message>
    <message>
        <source>What was written into the vault is not there any more. The original stays where it is.</source>
        <translation>保管庫に書き込んだものが無くなっています。元のファイルはそのまま残しました。</translation>
    </message>
    <message>
        <source>You are no member of this item.</source>
        <translation>この品目を開ける人に含まれていません。</translation>
    </message>
    <message>
        <source>You are no member of this item. Who can recover it gives a reason: vault recover.</source>
        <translation>この品目を開ける人に含まれていません。復元できる人は、理由を付けて vault recover を使ってください。</translation>
    </message>
    <message>
        <source>You are no member of this item: only who may open it moves it.</source>
        <translation>この品目を開ける人ではありません。移せるのは開ける人だけです。</translation>
    </message>
    <message>
        <source>You are not who can recover what is in this vault.</source>
        <translation>あなたは、この保管庫の中のものを復元できる人ではありません。</translation>
    </message>
</context>
<context>
    <name>shirushi::vaults</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n items can only be locked anew by their own members.</source>
        <translation>
            <numerusform>%n件は、その品目を開ける人でなければ鍵を替えられません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n年</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>All members of the vault</source>
        <translation>保管庫を開ける人全員</translation>
    </message>
    <message>
        <source>And more.</source>
        <translation>ほかにもあります。</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>読めません</translation>
    </message>
    <message>
        <source>Changed. It is saved when the program has written it.</source>
        <translation>変更があります。書き終わると保存します。</translation>
    </message>
    <message>
        <source>Changes are saved (%1)</source>
        <translation>変更を保存しました（%1）</translation>
    </message>
    <message>
        <source>Changes are saved by themselves.</source>
        <translation>変更は自動で保存されます。</translation>
    </message>
    <message>
        <source>Due for disposal</source>
        <translation>廃棄の時期です</translation>
    </message>
    <message>
        <source>For good</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>It is being closed.</source>
        <translation>閉じています。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>施錠</translation>
    </message>
    <message>
        <source>Locked anew for other people</source>
        <translation>開ける人を変えました</translation>
    </message>
    <message>
        <source>Locked, write-protected</source>
        <translation>施錠・書込禁止</translation>
    </message>
    <message>
        <source>MMM d, hh:mm</source>
        <translation>M月d日 H:mm</translation>
    </message>
    <message>
        <source>MMM d, yyyy, hh:mm</source>
        <translation>yyyy年M月d日 H:mm</translation>
    </message>
    <message>
        <source>Moved here from the vault %1</source>
        <translation>保管庫「%1」から移した</translation>
    </message>
    <message>
        <source>No second copy is known.</source>
        <translation>控えの記録がありません。</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <translation>まだ決めていません</translation>
    </message>
    <message>
        <source>Not put in: %1</source>
        <translation>入れられませんでした。%1</translation>
    </message>
    <message>
        <source>Not yet locked anew for its members.</source>
        <translation>鍵の替え直しが済んでいません</translation>
    </message>
    <message>
        <source>Only for: %1</source>
        <translation>この人だけ：%1</translation>
    </message>
    <message>
        <source>Open since %1</source>
        <translation>%1から開いています</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>入れました</translation>
    </message>
    <message>
        <source>Put in, but the original is still there.</source>
        <translation>入れましたが、元のファイルが残っています。</translation>
    </message>
    <message>
        <source>Put in. The original was erased.</source>
        <translation>入れました。元のファイルは消しました。</translation>
    </message>
    <message>
        <source>Put in. The original was kept.</source>
        <translation>入れました。元のファイルは残しました。</translation>
    </message>
    <message>
        <source>Read-only: changes are not kept.</source>
        <translation>読み取り専用です。変更は残りません。</translation>
    </message>
    <message>
        <source>Recovered. Reason: %1</source>
        <translation>復元しました。理由：%1</translation>
    </message>
    <message>
        <source>Retention or write protection changed</source>
        <translation>保存期間か書込禁止を変えました</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存しました</translation>
    </message>
    <message>
        <source>The change is being saved.</source>
        <translation>変更を保存しています。</translation>
    </message>
    <message>
        <source>The work was stopped. It can be finished at any time.</source>
        <translation>作業を止めました。続きはいつでもできます。</translation>
    </message>
    <message>
        <source>Was recovered by %1</source>
        <translation>%1さんが復元しました</translation>
    </message>
    <message>
        <source>What could not be saved lies encrypted beside the vault: see above the list.</source>
        <translation>保存できなかったものは、暗号化して取ってあります。一覧の上を見てください。</translation>
    </message>
    <message>
        <source>Write-protected: changes are not kept.</source>
        <translation>書込禁止です。変更は残りません。</translation>
    </message>
    <message>
        <source>You can only recover it, with a reason.</source>
        <translation>理由を書けば復元できます</translation>
    </message>
</context>
<context>
    <name>shirushi::vaults::CheckPage</name>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Check it again(&amp;S)</source>
        <translation>もう一度確かめる(&amp;S)</translation>
    </message>
    <message>
        <source>Checking: %1</source>
        <translation>確かめています：%1</translation>
    </message>
    <message>
        <source>Nothing is changed by it, and you can stop at any time.</source>
        <translation>何も変更しません。いつでも止められます。</translation>
    </message>
    <message>
        <source>Please leave everything as it is and tell who answers for information security. Nothing was changed here.</source>
        <translation>そのままにして、情報セキュリティの責任者に知らせてください。ここでは何も書き換えていません。</translation>
    </message>
    <message>
        <source>Stopped. Not everything was looked at.</source>
        <translation>止めました。全部は見ていません。</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>見つかったこと</translation>
    </message>
</context>
<context>
    <name>shirushi::vaults::ItemModel</name>
    <message>
        <source>Class</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>保存期間満了</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>分類なし</translation>
    </message>
    <message>
        <source>Put in by</source>
        <translation>入れた人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
</context>
<context>
    <name>shirushi::vaults::ItemPage</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>All members of the vault: %1</source>
        <translation>保管庫を開ける人全員：%1</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>By</source>
        <translation>だれが</translation>
    </message>
    <message>
        <source>Change who may open it(&amp;M)</source>
        <translation>開ける人を変える(&amp;M)</translation>
    </message>
    <message>
        <source>Folder in the vault: %1</source>
        <translation>保管庫の中のフォルダー：%1</translation>
    </message>
    <message>
        <source>Go on to its disposal(&amp;H)</source>
        <translation>廃棄に進む(&amp;H)</translation>
    </message>
    <message>
        <source>It has no class.</source>
        <translation>分類がありません。</translation>
    </message>
    <message>
        <source>It was not changed</source>
        <translation>変更できませんでした</translation>
    </message>
    <message>
        <source>Its content cannot be changed any more, and that cannot be taken back.</source>
        <translation>以後、内容を変えられません。取り消すこともできません。</translation>
    </message>
    <message>
        <source>Its encrypted file: %1</source>
        <translation>暗号化されたファイル：%1</translation>
    </message>
    <message>
        <source>Older contents</source>
        <translation>前の内容</translation>
    </message>
    <message>
        <source>Put in by %1. Size: %2</source>
        <translation>入れた人：%1　大きさ：%2</translation>
    </message>
    <message>
        <source>Record the change(&amp;R)</source>
        <translation>変更を記録する(&amp;R)</translation>
    </message>
    <message>
        <source>Recover it(&amp;T)</source>
        <translation>復元する(&amp;T)</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>替えた日時</translation>
    </message>
    <message>
        <source>SHA-256 of the content: %1</source>
        <translation>内容のSHA-256：%1</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Take out a copy(&amp;T)</source>
        <translation>写しを取り出す(&amp;T)</translation>
    </message>
    <message>
        <source>Take out this older content(&amp;O)</source>
        <translation>この前の内容を取り出す(&amp;O)</translation>
    </message>
    <message>
        <source>The change is recorded</source>
        <translation>変更を記録しました</translation>
    </message>
    <message>
        <source>These people alone: %1</source>
        <translation>この人だけ：%1</translation>
    </message>
    <message>
        <source>This item cannot be read</source>
        <translation>この品目を読めません</translation>
    </message>
    <message>
        <source>What</source>
        <translation>何を</translation>
    </message>
    <message>
        <source>What was done to it</source>
        <translation>これまでの記録</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who may open it</source>
        <translation>開ける人</translation>
    </message>
    <message>
        <source>Write-protect it</source>
        <translation>書込禁止にする</translation>
    </message>
</context>
<context>
    <name>shirushi::vaults::ItemsPage</name>
    <message>
        <source>%1 (%2, vault %3). %4</source>
        <translation>%1（%2、保管庫「%3」）。%4</translation>
    </message>
    <message>
        <source>%1 (cannot be read now)</source>
        <translation>%1（今は読めません）</translation>
    </message>
    <message numerus="yes">
        <source>%n documents were locked before they could be saved</source>
        <translation>
            <numerusform>保存されないまま施錠された文書が%n件あります</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items are locked for other people.</source>
        <translation>
            <numerusform>ほかに、ほかの人だけが開けるものが%n件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>A double click opens an item. It is locked again when it is closed or you leave your desk.</source>
        <translation>ダブルクリックで開き、閉じるか席を離れると施錠されます。</translation>
    </message>
    <message>
        <source>Check it now(&amp;I)</source>
        <translation>点検する(&amp;I)</translation>
    </message>
    <message>
        <source>Check it(&amp;V)</source>
        <translation>確かめる(&amp;V)</translation>
    </message>
    <message>
        <source>Choose the files to put in</source>
        <translation>入れるファイルを選ぶ</translation>
    </message>
    <message>
        <source>Choose the folder to put in</source>
        <translation>入れるフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Close all of them(&amp;K)</source>
        <translation>すべて閉じる(&amp;K)</translation>
    </message>
    <message>
        <source>Close it(&amp;C)</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the whole folder of the vault to another medium or server: it stays encrypted. Then record where the copy is. When the content has changed, or after a time, you are reminded again.</source>
        <translation>保管庫のフォルダーごと、別の記録媒体かサーバーに写してください（暗号化されたまま写せます）。写したら、その場所を記録してください。内容が変わったときと、規程の期間が過ぎたときに、またお知らせします。</translation>
    </message>
    <message>
        <source>Due for disposal (%1)(&amp;L)</source>
        <translation>廃棄の時期（%1）(&amp;L)</translation>
    </message>
    <message>
        <source>Everything that is in the vault now was copied to another place.</source>
        <translation>保管庫に今あるものを全て、別の場所に写しました。</translation>
    </message>
    <message>
        <source>Finish it(&amp;E)</source>
        <translation>続きをする(&amp;E)</translation>
    </message>
    <message>
        <source>Go on to its disposal(&amp;H)</source>
        <translation>廃棄に進む(&amp;H)</translation>
    </message>
    <message>
        <source>Make a vault(&amp;N)</source>
        <translation>保管庫をつくる(&amp;N)</translation>
    </message>
    <message>
        <source>Move it to another vault(&amp;J)</source>
        <translation>別の保管庫へ移す(&amp;J)</translation>
    </message>
    <message>
        <source>No item fits.</source>
        <translation>当てはまるものはありません。</translation>
    </message>
    <message>
        <source>Nothing lies in this vault yet. Drop files or folders here, or choose them below.</source>
        <translation>この保管庫には、まだ何も入っていません。ファイルやフォルダーをここに置くか、下のボタンで選んでください。</translation>
    </message>
    <message numerus="yes">
        <source>Of %n items there should be a second copy, and none is known</source>
        <translation>
            <numerusform>控えが要るのに、控えの記録がないものが%n件あります</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a vault's folder(&amp;F)</source>
        <translation>保管庫のフォルダーを開く(&amp;F)</translation>
    </message>
    <message>
        <source>Open it read-only(&amp;R)</source>
        <translation>読み取り専用で開く(&amp;R)</translation>
    </message>
    <message>
        <source>Open it(&amp;O)</source>
        <translation>開く(&amp;O)</translation>
    </message>
    <message>
        <source>Open now: %1</source>
        <translation>開いているもの：%1件</translation>
    </message>
    <message>
        <source>Put in a folder(&amp;G)</source>
        <translation>フォルダーを入れる(&amp;G)</translation>
    </message>
    <message>
        <source>Put in files(&amp;A)</source>
        <translation>ファイルを入れる(&amp;A)</translation>
    </message>
    <message>
        <source>Record a second copy</source>
        <translation>控えを記録する</translation>
    </message>
    <message>
        <source>Record a second copy(&amp;W)</source>
        <translation>控えを記録する(&amp;W)</translation>
    </message>
    <message>
        <source>Record it(&amp;U)</source>
        <translation>記録する(&amp;U)</translation>
    </message>
    <message>
        <source>Recover it(&amp;T)</source>
        <translation>復元する(&amp;T)</translation>
    </message>
    <message>
        <source>Save it in the vault(&amp;S)</source>
        <translation>元の文書に戻す(&amp;S)</translation>
    </message>
    <message>
        <source>Search for a name, folder, class or person</source>
        <translation>名前、フォルダー、分類、入れた人で探す</translation>
    </message>
    <message>
        <source>Search in the vault</source>
        <translation>保管庫の中を探す</translation>
    </message>
    <message>
        <source>See it(&amp;D)</source>
        <translation>内容と記録を見る(&amp;D)</translation>
    </message>
    <message>
        <source>Something in it is kept for long, or it lies on a medium that can be carried away. It has not been checked here yet.</source>
        <translation>長く保存するものがあるか、持ち運べる記録媒体にあります。ここではまだ点検していません。</translation>
    </message>
    <message>
        <source>Something in it is kept for long, or it lies on a medium that can be carried away. It was checked last: %1</source>
        <translation>長く保存するものがあるか、持ち運べる記録媒体にあります。前の点検：%1</translation>
    </message>
    <message>
        <source>Take it off the list(&amp;Z)</source>
        <translation>一覧から外す(&amp;Z)</translation>
    </message>
    <message>
        <source>Take out a copy(&amp;T)</source>
        <translation>写しを取り出す(&amp;T)</translation>
    </message>
    <message>
        <source>There is no vault at this desktop yet. Make one in a folder that the people in charge can reach, or open the folder of one that a colleague has made.</source>
        <translation>このパソコンには、まだ保管庫がありません。担当する人の手が届く場所につくるか、ほかの人がつくった保管庫のフォルダーを開いてください。</translation>
    </message>
    <message>
        <source>This vault cannot be read</source>
        <translation>この保管庫を読めません</translation>
    </message>
    <message>
        <source>This vault is due for a check</source>
        <translation>この保管庫は点検の時期です</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>捨てる</translation>
    </message>
    <message>
        <source>Throw it away(&amp;X)</source>
        <translation>捨てる(&amp;X)</translation>
    </message>
    <message>
        <source>Until then, who was removed can still open some of it, or who was added cannot.</source>
        <translation>済むまでは、外した人がまだ開けるか、加えた人がまだ開けないものがあります。</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>保管庫</translation>
    </message>
    <message>
        <source>What is in the vault</source>
        <translation>保管庫の中のもの</translation>
    </message>
    <message>
        <source>What was written into %1 is gone then. This cannot be undone.</source>
        <translation>「%1」に書いたものは無くなります。元に戻せません。</translation>
    </message>
    <message>
        <source>Where the copy is (medium, server, room)</source>
        <translation>控えの場所（記録媒体、サーバー、部屋）</translation>
    </message>
    <message>
        <source>Who may open it(&amp;M)</source>
        <translation>開ける人(&amp;M)</translation>
    </message>
    <message>
        <source>Who may open this vault has changed, and not everything is locked for them yet</source>
        <translation>開ける人が変わり、鍵の替え直しが済んでいないものがあります</translation>
    </message>
    <message>
        <source>You can take it off the list. Nothing is deleted; it comes back when you open its folder again.</source>
        <translation>一覧から外すことができます。何も削除しません。そのフォルダーをもう一度開けば、一覧に戻ります。</translation>
    </message>
</context>
<context>
    <name>shirushi::vaults::KeepingForm</name>
    <message>
        <source>Kept until %1. Then it is listed for disposal.</source>
        <translation>%1まで保存します。その後、廃棄の時期として示します。</translation>
    </message>
    <message>
        <source>Made or acquired on</source>
        <translation>作成・取得した日</translation>
    </message>
    <message>
        <source>Retention period</source>
        <translation>保存期間</translation>
    </message>
</context>
<context>
    <name>shirushi::vaults::MembersPage</name>
    <message numerus="yes">
        <source>%n are added.</source>
        <translation>
            <numerusform>%n人を加えます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are removed.</source>
        <translation>
            <numerusform>%n人を外します。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Among the members of the vault, these alone may open this item. Who joins the vault later is not among them.</source>
        <translation>保管庫を開ける人のうち、この品目を開けるのは印を付けた人とあなただけです。後から保管庫に加わる人は含みません。</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Can always recover it, with a reason: %1 (%2)</source>
        <translation>理由を書けばいつでも復元できる人：%1（%2）</translation>
    </message>
    <message>
        <source>Change it(&amp;S)</source>
        <translation>変更する(&amp;S)</translation>
    </message>
    <message>
        <source>Everybody who is ticked.</source>
        <translation>印を付けた人です。</translation>
    </message>
    <message>
        <source>Finish it(&amp;E)</source>
        <translation>続きをする(&amp;E)</translation>
    </message>
    <message>
        <source>If you stop, the rest can be finished at any time.</source>
        <translation>止めても、続きはいつでもできます。</translation>
    </message>
    <message>
        <source>It was not changed</source>
        <translation>変更できませんでした</translation>
    </message>
    <message>
        <source>Locking anew</source>
        <translation>鍵を替えています</translation>
    </message>
    <message>
        <source>Locking anew: %1</source>
        <translation>鍵を替えています：%1</translation>
    </message>
    <message>
        <source>Nobody but the members can recover what is in it.</source>
        <translation>開ける人のほかに、復元できる人はいません。</translation>
    </message>
    <message>
        <source>Nobody in the roster is %1 as yet: nobody but the members can recover what is in it.</source>
        <translation>名簿にまだ%1がいないため、開ける人のほかに復元できる人はいません。</translation>
    </message>
    <message numerus="yes">
        <source>Recorded. %n items were locked anew</source>
        <translation>
            <numerusform>記録しました。%n件の鍵を替えました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recorded. %n items were locked anew, and something is left to be done</source>
        <translation>
            <numerusform>記録し、%n件の鍵を替えましたが、残っている作業があります</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nobody else in the roster.</source>
        <translation>名簿に、ほかの人はいません。</translation>
    </message>
    <message>
        <source>Whatever somebody who is removed could open is encrypted anew, older contents too. Copies that they took out stay theirs.</source>
        <translation>外した人が開けたものは、前の内容も、新しい鍵で暗号化し直します。その人が取り出した写しまでは取り戻せません。</translation>
    </message>
    <message>
        <source>Who may open %1</source>
        <translation>「%1」を開ける人</translation>
    </message>
    <message>
        <source>Who may open it</source>
        <translation>開ける人</translation>
    </message>
    <message>
        <source>You, and everybody who is ticked.</source>
        <translation>あなたと、印を付けた人です。</translation>
    </message>
</context>
<context>
    <name>shirushi::vaults::MovePage</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Cannot open it any more: %1</source>
        <translation>開けなくなる人：%1</translation>
    </message>
    <message>
        <source>If you stop, it stays where it is.</source>
        <translation>途中で止めると、元の場所に残ります。</translation>
    </message>
    <message>
        <source>Into which vault</source>
        <translation>どの保管庫に</translation>
    </message>
    <message>
        <source>It goes with its class, its history, its retention period and its older contents. It is encrypted anew for who may open it there, read back and compared; then it is erased from this vault. That is recorded and needs no permission.</source>
        <translation>分類、記録、保存期間、前の内容も一緒に移ります。移した先で開ける人のために暗号化し直し、読み返して同じことを確かめてから、この保管庫のものを消します。台帳に記録します。許可は要りません。</translation>
    </message>
    <message>
        <source>It lies in the vault %1 now</source>
        <translation>今は保管庫「%1」にあります</translation>
    </message>
    <message>
        <source>It lies in the vault %1, and could not be erased from this one yet</source>
        <translation>保管庫「%1」に移しましたが、この保管庫のものをまだ消せていません</translation>
    </message>
    <message>
        <source>It was not moved</source>
        <translation>移せませんでした</translation>
    </message>
    <message>
        <source>Make one first, or open the folder of one that a colleague has made.</source>
        <translation>先に保管庫をつくるか、同僚がつくった保管庫のフォルダーを開いてください。</translation>
    </message>
    <message>
        <source>May open it there: you and %1</source>
        <translation>移した先で開ける人：あなたと%1</translation>
    </message>
    <message>
        <source>Move %1 into another vault</source>
        <translation>%1を別の保管庫へ移す</translation>
    </message>
    <message>
        <source>Move it(&amp;S)</source>
        <translation>移す(&amp;S)</translation>
    </message>
    <message>
        <source>Moving it</source>
        <translation>移しています</translation>
    </message>
    <message>
        <source>Moving: %1</source>
        <translation>移しています：%1</translation>
    </message>
    <message>
        <source>Only you may open it there.</source>
        <translation>移した先で開けるのは、あなただけです。</translation>
    </message>
    <message>
        <source>Stopped. It is where it was.</source>
        <translation>止めました。元の場所にあります。</translation>
    </message>
    <message>
        <source>There is no other vault that you can open</source>
        <translation>あなたが開ける保管庫がほかにありません</translation>
    </message>
    <message>
        <source>This vault cannot be read</source>
        <translation>この保管庫を読めません</translation>
    </message>
    <message>
        <source>To the list(&amp;B)</source>
        <translation>一覧へ(&amp;B)</translation>
    </message>
</context>
<context>
    <name>shirushi::vaults::NewVaultPage</name>
    <message>
        <source>A name cannot contain / \ or :.</source>
        <translation>名前に / \ : は使えません。</translation>
    </message>
    <message>
        <source>A vault is a folder. It may lie on this computer, on a file server or on a USB medium.</source>
        <translation>保管庫は一つのフォルダーです。このパソコン、ファイルサーバー、USBメモリのどこにでも置けます。</translation>
    </message>
    <message>
        <source>Another place(&amp;O)</source>
        <translation>ほかの場所(&amp;O)</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>By the rules, %1 can always recover what is in it; that is recorded and shown to the members.</source>
        <translation>規程の設定により、%1は中のものをいつでも復元できます。復元は記録し、開ける人に示します。</translation>
    </message>
    <message>
        <source>Make a vault</source>
        <translation>保管庫をつくる</translation>
    </message>
    <message>
        <source>Make the vault(&amp;S)</source>
        <translation>保管庫をつくる(&amp;S)</translation>
    </message>
    <message>
        <source>Name of the vault</source>
        <translation>保管庫の名前</translation>
    </message>
    <message>
        <source>Nobody but the members can recover what is in it: please name at least one more.</source>
        <translation>開ける人のほかに復元できる人はいません。もう一人は選んでください。</translation>
    </message>
    <message>
        <source>The folder gets the name of the vault.</source>
        <translation>保管庫の名前がフォルダーの名前になります。</translation>
    </message>
    <message>
        <source>The folder: %1</source>
        <translation>フォルダー：%1</translation>
    </message>
    <message>
        <source>The vault was not made</source>
        <translation>保管庫をつくれませんでした</translation>
    </message>
    <message>
        <source>There is nobody else in the roster.</source>
        <translation>名簿に、ほかの人はいません。</translation>
    </message>
    <message>
        <source>Where it is made</source>
        <translation>つくる場所</translation>
    </message>
    <message>
        <source>Who may open it</source>
        <translation>開ける人</translation>
    </message>
    <message>
        <source>Who may open it, beside you</source>
        <translation>あなたのほかに開ける人</translation>
    </message>
</context>
<context>
    <name>shirushi::vaults::PeopleModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>課</translation>
    </message>
</context>
<context>
    <name>shirushi::vaults::PutPage</name>
    <message numerus="yes">
        <source>%n files were not put in and are where they were.</source>
        <translation>
            <numerusform>%n件は入れられず、元の場所にあります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were put into the vault</source>
        <translation>
            <numerusform>%n件を保管庫に入れました</numerusform>
        </translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>If you stop, what is in the vault stays there, and every other file stays where it is.</source>
        <translation>止めても、入れ終わったものは保管庫に、ほかは元の場所にあります。</translation>
    </message>
    <message>
        <source>Into which vault</source>
        <translation>どの保管庫に</translation>
    </message>
    <message>
        <source>It was stopped: what is not listed here stays where it is.</source>
        <translation>止めました。ここにないファイルは、元の場所にあります。</translation>
    </message>
    <message>
        <source>Its content cannot be changed any more, and that cannot be taken back.</source>
        <translation>以後、内容を変えられません。取り消すこともできません。</translation>
    </message>
    <message>
        <source>Keep the originals</source>
        <translation>元のファイルを残す</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>今ある場所</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Nobody but you will be able to open it.</source>
        <translation>あなただけが開けるようになります。</translation>
    </message>
    <message>
        <source>Nothing was put into the vault</source>
        <translation>保管庫に入れられませんでした</translation>
    </message>
    <message>
        <source>Only certain people may open it</source>
        <translation>この人だけが開ける</translation>
    </message>
    <message>
        <source>Only who may open it can read it from now on.</source>
        <translation>これからは、開ける人だけが読めます。</translation>
    </message>
    <message>
        <source>Otherwise all members of the vault may. You always may.</source>
        <translation>選ばないときは、保管庫を開ける人の全員が開けます。あなたはいつも開けます。</translation>
    </message>
    <message>
        <source>Otherwise each is erased from its place once it lies in the vault and was read back.</source>
        <translation>残さないときは、保管庫に入れて読み返した後、元の場所から消します。</translation>
    </message>
    <message>
        <source>Put into the vault</source>
        <translation>保管庫に入れる</translation>
    </message>
    <message>
        <source>Put it into the vault(&amp;S)</source>
        <translation>保管庫に入れる(&amp;S)</translation>
    </message>
    <message>
        <source>Putting in: %1</source>
        <translation>入れています：%1</translation>
    </message>
    <message>
        <source>Putting it into the vault</source>
        <translation>保管庫に入れています</translation>
    </message>
    <message>
        <source>There was no file in it.</source>
        <translation>ファイルがありませんでした。</translation>
    </message>
    <message>
        <source>This moves the files; it is no disposal and needs no permission. It is recorded.</source>
        <translation>入れることは移動で、廃棄ではありません。許可は要らず、記録が残ります。</translation>
    </message>
    <message>
        <source>To the list(&amp;B)</source>
        <translation>一覧へ(&amp;B)</translation>
    </message>
    <message>
        <source>What became of each file</source>
        <translation>ファイルごとの結果</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>What is put in</source>
        <translation>入れるもの</translation>
    </message>
    <message>
        <source>Who may open it</source>
        <translation>開ける人</translation>
    </message>
    <message>
        <source>Write-protect it</source>
        <translation>書込禁止にする</translation>
    </message>
</context>
<context>
    <name>shirushi::vaults::TakePage</name>
    <message>
        <source>Another place(&amp;O)</source>
        <translation>ほかの場所(&amp;O)</translation>
    </message>
    <message>
        <source>Ask for it(&amp;K)</source>
        <translation>申請する(&amp;K)</translation>
    </message>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>If you stop, no copy is left behind.</source>
        <translation>止めれば、写しは残りません。</translation>
    </message>
    <message>
        <source>It cannot be taken out yet</source>
        <translation>まだ取り出せません</translation>
    </message>
    <message>
        <source>It is permitted for this purpose</source>
        <translation>この目的で許可されています</translation>
    </message>
    <message>
        <source>It is recorded. This copy is not encrypted: look after it.</source>
        <translation>記録しました。この写しは暗号化されていません。大切に扱ってください。</translation>
    </message>
    <message>
        <source>It is recovered</source>
        <translation>復元しました</translation>
    </message>
    <message>
        <source>It lies in the shared folder. When it is approved, come back to this page.</source>
        <translation>共有フォルダーに置きました。承認されたら、この画面に戻ってください。</translation>
    </message>
    <message>
        <source>It stands among the requests. When it is approved, come back to this page.</source>
        <translation>「承認」の一覧にあります。承認されたら、この画面に戻ってください。</translation>
    </message>
    <message>
        <source>It was not asked for</source>
        <translation>申請できませんでした</translation>
    </message>
    <message>
        <source>It was not taken out</source>
        <translation>取り出せませんでした</translation>
    </message>
    <message>
        <source>Making the copy</source>
        <translation>写しをつくっています</translation>
    </message>
    <message>
        <source>Making the copy: %1</source>
        <translation>写しをつくっています：%1</translation>
    </message>
    <message>
        <source>On a medium, a computer that is carried away, or by any other way.</source>
        <translation>記録媒体、持ち出すパソコンなど、方法を問いません。</translation>
    </message>
    <message>
        <source>Please give the reason.</source>
        <translation>理由を書いてください。</translation>
    </message>
    <message>
        <source>Please say what it is for, then ask for it.</source>
        <translation>何のためかを書いて、申請してください。</translation>
    </message>
    <message>
        <source>Recover %1</source>
        <translation>「%1」を復元する</translation>
    </message>
    <message>
        <source>Recover it(&amp;S)</source>
        <translation>復元する(&amp;S)</translation>
    </message>
    <message>
        <source>Signed and asked for</source>
        <translation>署名して申請しました</translation>
    </message>
    <message>
        <source>Stopped. No copy is left behind.</source>
        <translation>止めました。写しは残っていません。</translation>
    </message>
    <message>
        <source>Take out a copy of %1</source>
        <translation>「%1」の写しを取り出す</translation>
    </message>
    <message>
        <source>Take out a copy(&amp;S)</source>
        <translation>写しを取り出す(&amp;S)</translation>
    </message>
    <message>
        <source>The approval is recorded with the copy.</source>
        <translation>取り出した記録に、この許可が付きます。</translation>
    </message>
    <message>
        <source>The copy becomes</source>
        <translation>写しを置く場所</translation>
    </message>
    <message>
        <source>The copy is taken out</source>
        <translation>写しを取り出しました</translation>
    </message>
    <message>
        <source>The copy leaves the office</source>
        <translation>外部へ持ち出す</translation>
    </message>
    <message>
        <source>The item stays in the vault. That a copy was taken out is recorded; look after the copy, and dispose of it when it has served.</source>
        <translation>保管庫の中のものはそのままで、取り出したことを記録します。写しは大切に扱い、用が済んだら廃棄してください。</translation>
    </message>
    <message>
        <source>This is an older content.</source>
        <translation>これは前の内容です。</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>何のために</translation>
    </message>
    <message>
        <source>Where the copy goes</source>
        <translation>写しを置く場所</translation>
    </message>
    <message>
        <source>Whether it may be taken out cannot be said</source>
        <translation>取り出せるかどうかを確かめられません</translation>
    </message>
    <message>
        <source>Why it is recovered</source>
        <translation>復元する理由</translation>
    </message>
    <message>
        <source>You are no member of this item. That you recover it is recorded with your reason, and the members see it.</source>
        <translation>あなたはこの品目を開ける人ではありません。復元したことと理由は記録され、開ける人に示されます。</translation>
    </message>
</context>
<context>
    <name>shirushi::vaults::VaultPage</name>
    <message>
        <source>%1 is closed and locked</source>
        <translation>「%1」を閉じて施錠しました</translation>
    </message>
    <message>
        <source>%1 is off the list</source>
        <translation>「%1」を一覧から外しました</translation>
    </message>
    <message>
        <source>%1 is saved in the vault</source>
        <translation>「%1」を保管庫に保存しました</translation>
    </message>
    <message>
        <source>%1 was locked before everything could be saved</source>
        <translation>「%1」は、全部を保存できないまま施錠されました</translation>
    </message>
    <message>
        <source>%1 was not opened</source>
        <translation>「%1」を開けませんでした</translation>
    </message>
    <message numerus="yes">
        <source>%n documents were still open when the program or the computer stopped</source>
        <translation>
            <numerusform>プログラムかパソコンが止まったとき、%n件の文書が開いたままでした</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the folder of the vault</source>
        <translation>保管庫のフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>It is recorded. Put in what is to be locked.</source>
        <translation>記録しました。施錠するものを入れてください。</translation>
    </message>
    <message>
        <source>It was not closed</source>
        <translation>閉じられませんでした</translation>
    </message>
    <message>
        <source>It was not done</source>
        <translation>できませんでした</translation>
    </message>
    <message>
        <source>It was not recorded</source>
        <translation>記録できませんでした</translation>
    </message>
    <message>
        <source>It was not taken off the list</source>
        <translation>一覧から外せませんでした</translation>
    </message>
    <message>
        <source>Looking for the vaults of this desktop.</source>
        <translation>このパソコンの保管庫を調べています。</translation>
    </message>
    <message>
        <source>Nothing was deleted. To have it back, open its folder: %1</source>
        <translation>何も削除していません。戻すには、フォルダーを開いてください：%1</translation>
    </message>
    <message>
        <source>Reading what is in the vault.</source>
        <translation>保管庫の中を読んでいます。</translation>
    </message>
    <message>
        <source>Reading what is in the vault: %1 of %2</source>
        <translation>保管庫の中を読んでいます：%2件のうち%1件</translation>
    </message>
    <message>
        <source>The second copy is recorded</source>
        <translation>控えを記録しました</translation>
    </message>
    <message>
        <source>The vault was made</source>
        <translation>保管庫をつくりました</translation>
    </message>
    <message>
        <source>Their decrypted copies were erased. What had not been saved is offered here.</source>
        <translation>復号した写しは消しました。保存していなかったものは、ここに示します。</translation>
    </message>
    <message>
        <source>There is no vault in this folder that you can open</source>
        <translation>このフォルダーに、あなたが開ける保管庫はありません</translation>
    </message>
    <message>
        <source>There is no vault yet that these files could be put into. Make one first.</source>
        <translation>これらのファイルを入れる保管庫が、まだありません。先につくってください。</translation>
    </message>
    <message>
        <source>What was written into %1 is thrown away</source>
        <translation>「%1」に書いたものを捨てました</translation>
    </message>
</context>
<context>
    <name>shirushi::vaults::VerifyPage</name>
    <message numerus="yes">
        <source>%n findings in this vault</source>
        <translation>
            <numerusform>この保管庫で%n件が見つかりました</numerusform>
        </translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>「%1」を確かめる</translation>
    </message>
    <message>
        <source>Checking the vault</source>
        <translation>保管庫を確かめています</translation>
    </message>
    <message>
        <source>Every item is compared with its signature and with what the ledger of this desktop knows.</source>
        <translation>全ての品目を、署名と、このパソコンの台帳が知っていることに照らします。</translation>
    </message>
    <message>
        <source>Everything in this vault is as it should be</source>
        <translation>この保管庫に異常はありません</translation>
    </message>
    <message>
        <source>Item or file</source>
        <translation>品目・ファイル</translation>
    </message>
    <message>
        <source>Of what is locked for other people, only that it is there can be said.</source>
        <translation>ほかの人だけが開けるものは、あることだけを確かめました。</translation>
    </message>
    <message>
        <source>The vault could not be checked</source>
        <translation>保管庫を確かめられませんでした</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>見つかったこと</translation>
    </message>
</context>
<context>
    <name>shirushi::widgets::Quote</name>
    <message>
        <source>%1 (proposal)</source>
        <translation>%1（案）</translation>
    </message>
</context>
<context>
    <name>shirushi::widgets::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>%2段階のうち%1：%3</translation>
    </message>
</context>
<context>
    <name>shirushi::window</name>
    <message>
        <source> / </source>
        <translation>・</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2から%3まで）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, in place of %2</source>
        <translation>%1（%2の代決）</translation>
    </message>
    <message>
        <source>%1. Without its scan: %2</source>
        <translation>%1。決裁文書は取り込んでいません（%2）</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>month and day</comment>
        <translation>%1月%2日</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A copy that you took out of a vault on %1</source>
        <translation>%1に保管庫から取り出した写し</translation>
    </message>
    <message>
        <source>A review is signed off by who answers for others, for example a manager.</source>
        <translation>確認済みにできるのは、管理者などの役割の人です。</translation>
    </message>
    <message>
        <source>By SMS</source>
        <translation>SMS（携帯電話の短いメッセージ）で</translation>
    </message>
    <message>
        <source>By a file transfer service</source>
        <translation>ファイル転送サービスで</translation>
    </message>
    <message>
        <source>By a form on a web page</source>
        <translation>ウェブの入力フォームで</translation>
    </message>
    <message>
        <source>By a social network</source>
        <translation>SNSで</translation>
    </message>
    <message>
        <source>By mail in LGWAN</source>
        <translation>LGWANのメールで</translation>
    </message>
    <message>
        <source>By mail on the internet</source>
        <translation>インターネットのメールで</translation>
    </message>
    <message>
        <source>By post</source>
        <translation>郵送で</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>電話で</translation>
    </message>
    <message>
        <source>Dispose of</source>
        <translation>廃棄する</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>消去する</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>例外措置</translation>
    </message>
    <message>
        <source>Gone: overwritten, read back and removed. Record No. %1</source>
        <translation>消しました（上書き、読み返し、削除）。記録 %1番</translation>
    </message>
    <message>
        <source>In a web meeting</source>
        <translation>ウェブ会議で</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>会って、口頭か書面で</translation>
    </message>
    <message>
        <source>In the roster nobody but perhaps yourself can decide as %1. An administrator can appoint somebody, or it is decided on paper.</source>
        <translation>%1として決められる人が、あなたのほかに名簿にいません。管理者が役割を決めるか、紙の決裁によります。</translation>
    </message>
    <message>
        <source>In the roster nobody but perhaps yourself can decide as %1. An administrator can appoint somebody.</source>
        <translation>%1として決められる人が、あなたのほかに名簿にいません。管理者に役割を決めてもらってください。</translation>
    </message>
    <message>
        <source>It is permitted already. Take it off here, and go on with the request in the list of what you have asked for.</source>
        <translation>許可はもう出ています。ここから外し、「申請したもの」の一覧から廃棄に進んでください。</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>すでに記録があります</translation>
    </message>
    <message>
        <source>Lower the class</source>
        <translation>分類を下げる</translation>
    </message>
    <message>
        <source>No program could be started for this document.</source>
        <translation>この文書を開くプログラムを起動できませんでした。</translation>
    </message>
    <message>
        <source>Nobody's new keys wait for a roster here.</source>
        <translation>ここには、名簿を待っている新しい鍵がありません。</translation>
    </message>
    <message>
        <source>Nothing is attached to this record.</source>
        <translation>この記録に付いているものはありません。</translation>
    </message>
    <message>
        <source>On a storage medium</source>
        <translation>記録媒体で</translation>
    </message>
    <message>
        <source>Please choose by which way it goes.</source>
        <translation>どの方法で渡すかを選んでください。</translation>
    </message>
    <message>
        <source>Please choose the class that the files are to have.</source>
        <translation>下げた後の分類を選んでください。</translation>
    </message>
    <message>
        <source>Please choose the files that it is about.</source>
        <translation>ファイルを選んでください。</translation>
    </message>
    <message>
        <source>Please choose to whom it goes.</source>
        <translation>だれに渡すかを選んでください。</translation>
    </message>
    <message>
        <source>Please choose what is to be disposed of.</source>
        <translation>廃棄するものを選んでください。</translation>
    </message>
    <message>
        <source>Please choose what is to be done.</source>
        <translation>何をするかを選んでください。</translation>
    </message>
    <message>
        <source>Provide to somebody outside</source>
        <translation>外部の者へ提供する</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>公表する</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>記録しました</translation>
    </message>
    <message>
        <source>Register of the information assets' handling</source>
        <translation>情報資産取扱記録簿</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>確認者</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送る</translation>
    </message>
    <message>
        <source>Shirushi is locked.</source>
        <translation>施錠されています。</translation>
    </message>
    <message>
        <source>Show a class</source>
        <translation>分類を表示する</translation>
    </message>
    <message>
        <source>Still to be done: %1 (%2)</source>
        <translation>このあとにすること：%1（%2）</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>止めました。</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>保管する</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>持ち出す</translation>
    </message>
    <message>
        <source>The label is taken away</source>
        <translation>分類の表示を外す</translation>
    </message>
    <message>
        <source>The ledger can only be read at present: nothing was changed.</source>
        <translation>台帳はいま読むことしかできません。何も変更していません。</translation>
    </message>
    <message>
        <source>The ledger must be checked before its records are signed off.</source>
        <translation>台帳を確かめてから、確認済みにしてください。</translation>
    </message>
    <message>
        <source>The ledger was changed from outside and can only be read: %1</source>
        <translation>台帳が外から変えられたため、読むことだけができます。%1</translation>
    </message>
    <message>
        <source>The password is a temporary one. Please sign in by yourself once and change it.</source>
        <translation>仮のパスワードです。一度ご自分でサインインして、パスワードを変えてください。</translation>
    </message>
    <message>
        <source>The photo or scan lies in the vault already.</source>
        <translation>写真やスキャンは、もう保管庫に入っています。</translation>
    </message>
    <message>
        <source>The rules of this office are not installed.</source>
        <translation>この職場の規程が入っていません。</translation>
    </message>
    <message>
        <source>There is no person with this id.</source>
        <translation>この利用者IDの人はいません。</translation>
    </message>
    <message>
        <source>There is no such entry.</source>
        <translation>当てはまる記録はありません。</translation>
    </message>
    <message>
        <source>There is no such record of a disposal.</source>
        <translation>そのような廃棄の記録はありません。</translation>
    </message>
    <message>
        <source>These rules are not installed.</source>
        <translation>この規程は入っていません。</translation>
    </message>
    <message>
        <source>This is no recovery code: a character was misread.</source>
        <translation>復旧コードとして読めません。書き写しに誤りがあります。</translation>
    </message>
    <message>
        <source>To a contractor</source>
        <translation>委託先へ</translation>
    </message>
    <message>
        <source>To a resident</source>
        <translation>住民へ</translation>
    </message>
    <message>
        <source>To be told: %1</source>
        <translation>報告先：%1</translation>
    </message>
    <message>
        <source>To everybody</source>
        <translation>一般の方へ</translation>
    </message>
    <message>
        <source>To follow: %1</source>
        <translation>残る処置：%1</translation>
    </message>
    <message>
        <source>To the class %1</source>
        <translation>下げた後の分類：%1</translation>
    </message>
    <message>
        <source>To the council</source>
        <translation>議会へ</translation>
    </message>
    <message>
        <source>To the state or another municipality</source>
        <translation>国・ほかの自治体へ</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>運ぶ</translation>
    </message>
    <message>
        <source>Vault %1</source>
        <translation>保管庫 %1</translation>
    </message>
    <message>
        <source>Within the same body</source>
        <translation>同じ団体の中へ</translation>
    </message>
    <message>
        <source>Write the reason here. When the class is lowered, the same reason stands there already.</source>
        <translation>分類を下げる理由を書きます。承認の後、分類を下げるときに、同じ理由がはじめから入ります。</translation>
    </message>
</context>
<context>
    <name>shirushi::window::AccessForm</name>
    <message>
        <source>%1 has a new access.</source>
        <translation>%1 さんに再発行しました。</translation>
    </message>
    <message>
        <source>Issue(&amp;A)</source>
        <translation>発行する(&amp;A)</translation>
    </message>
    <message>
        <source>New access for %1</source>
        <translation>%1 さんの再発行</translation>
    </message>
    <message>
        <source>Please enter a password.</source>
        <translation>パスワードを入れてください。</translation>
    </message>
</context>
<context>
    <name>shirushi::window::AddForm</name>
    <message>
        <source>%1 was added.</source>
        <translation>%1 さんを加えました。</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>人を加える</translation>
    </message>
    <message>
        <source>Add(&amp;A)</source>
        <translation>加える(&amp;A)</translation>
    </message>
    <message>
        <source>Lower-case letters and digits, for example yamada</source>
        <translation>英小文字と数字（例：yamada）</translation>
    </message>
    <message>
        <source>May administer the office too</source>
        <translation>この職場の管理者にもする</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Name in kana</source>
        <translation>ふりがな</translation>
    </message>
    <message>
        <source>Only lower-case letters, digits, dot, hyphen and underscore.</source>
        <translation>英小文字・数字・ピリオド・ハイフン・下線だけが使えます。</translation>
    </message>
    <message>
        <source>Please enter a name.</source>
        <translation>氏名を入れてください。</translation>
    </message>
    <message>
        <source>Please enter a password.</source>
        <translation>パスワードを入れてください。</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>課</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>利用者ID</translation>
    </message>
</context>
<context>
    <name>shirushi::window::AdmitForm</name>
    <message>
        <source>Admit who applied</source>
        <translation>参加申請を受け入れる</translation>
    </message>
    <message>
        <source>Admit(&amp;A)</source>
        <translation>受け入れる(&amp;A)</translation>
    </message>
    <message>
        <source>Admitted. Now save the roster and send it.</source>
        <translation>受け入れました。続けて名簿を保存し、送ってください。</translation>
    </message>
    <message>
        <source>Afterwards give them the roster file as the answer, and compare the fingerprint by telephone.</source>
        <translation>このあと、回答として名簿ファイルを渡し、職場の指紋を電話で読み合わせてください。</translation>
    </message>
</context>
<context>
    <name>shirushi::window::AnswerPage</name>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Begin anew(&amp;B)</source>
        <translation>やり直す(&amp;B)</translation>
    </message>
    <message>
        <source>Compared with the administrator by telephone: it is the same</source>
        <translation>管理者と電話で読み合わせて、同じでした</translation>
    </message>
    <message>
        <source>Fingerprint of the office</source>
        <translation>職場の指紋</translation>
    </message>
    <message>
        <source>Fingerprint of the office: %1</source>
        <translation>職場の指紋: %1</translation>
    </message>
    <message>
        <source>Join(&amp;S)</source>
        <translation>参加する(&amp;S)</translation>
    </message>
    <message>
        <source>Open the roster that came as the answer(&amp;O)</source>
        <translation>回答の名簿を開く(&amp;O)</translation>
    </message>
    <message>
        <source>Open(&amp;S)</source>
        <translation>開く(&amp;S)</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>開いています…</translation>
    </message>
    <message>
        <source>Please enter your password.</source>
        <translation>パスワードを入れてください。</translation>
    </message>
    <message>
        <source>Send this file to the administrator by mail or hand it over. It holds no secret:</source>
        <translation>次のファイルを、メールか手渡しで管理者に送ってください。秘密の情報は入っていません。</translation>
    </message>
    <message>
        <source>The new keys are made. Send this file to the administrator by mail or hand it over, and say by telephone that it is from you. It holds no secret:</source>
        <translation>新しい鍵を作りました。次のファイルを、メールか手渡しで管理者に渡し、自分からのものだと電話で伝えてください。秘密は入っていません。</translation>
    </message>
    <message>
        <source>The office's roster</source>
        <translation>職場の名簿</translation>
    </message>
    <message>
        <source>Waiting for the administrator's answer</source>
        <translation>管理者の回答を待っています</translation>
    </message>
    <message>
        <source>Your new password</source>
        <translation>新しいパスワード</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>あなたのパスワード</translation>
    </message>
</context>
<context>
    <name>shirushi::window::ChangePage</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Change and open(&amp;S)</source>
        <translation>変更して開く(&amp;S)</translation>
    </message>
    <message>
        <source>Changing …</source>
        <translation>変更しています…</translation>
    </message>
    <message>
        <source>Choose your own password</source>
        <translation>自分のパスワードを決める</translation>
    </message>
    <message>
        <source>The password you were given was a temporary one. From now on only you know yours.</source>
        <translation>渡されたパスワードは仮のものです。これからは、自分だけが知っているパスワードを使います。</translation>
    </message>
</context>
<context>
    <name>shirushi::window::CloseForm</name>
    <message>
        <source>By the ledger nothing has to be given back.</source>
        <translation>台帳の上では、返すべきものはありません。</translation>
    </message>
    <message>
        <source>Close the account of %1</source>
        <translation>%1 さんのアカウントを閉じる</translation>
    </message>
    <message>
        <source>Close the account(&amp;A)</source>
        <translation>アカウントを閉じる(&amp;A)</translation>
    </message>
    <message>
        <source>For example a transfer or retirement</source>
        <translation>例：異動、退職</translation>
    </message>
    <message>
        <source>Please enter a reason.</source>
        <translation>理由を入れてください。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The account of %1 was closed.</source>
        <translation>%1 さんのアカウントを閉じました。</translation>
    </message>
    <message>
        <source>Their key file is destroyed and the ledger gets a new key. This cannot be undone.</source>
        <translation>この人の鍵ファイルを廃棄し、台帳の鍵を新しくします。元には戻せません。</translation>
    </message>
    <message>
        <source>This must be given back or seen through first</source>
        <translation>先に返却または処理が必要です</translation>
    </message>
</context>
<context>
    <name>shirushi::window::CodePage</name>
    <message>
        <source>Copied. Please overwrite the clipboard afterwards.</source>
        <translation>コピーしました。使ったあとは、別のものをコピーして消してください。</translation>
    </message>
    <message>
        <source>Copy(&amp;C)</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Fingerprint of the office</source>
        <translation>職場の指紋</translation>
    </message>
    <message>
        <source>Go on(&amp;S)</source>
        <translation>進む(&amp;S)</translation>
    </message>
    <message>
        <source>It is shown this once. It opens the ledger when a password is lost: write it down or print it, and keep it in a sealed envelope in the safe.</source>
        <translation>表示するのは今回だけです。パスワードをなくしたときに台帳を開くためのものです。書き写すか印刷して封筒に入れ、封をして金庫に保管してください。</translation>
    </message>
    <message>
        <source>It opens the ledger when a password is lost. Keep it in a sealed envelope in the safe.</source>
        <translation>パスワードをなくしたときに台帳を開くためのものです。封筒に入れ、封をして金庫に保管してください。</translation>
    </message>
    <message>
        <source>Print as PDF</source>
        <translation>PDFに印刷</translation>
    </message>
    <message>
        <source>Print as PDF(&amp;P)</source>
        <translation>PDFに印刷(&amp;P)</translation>
    </message>
    <message>
        <source>Recovery code.pdf</source>
        <translation>復旧コード.pdf</translation>
    </message>
    <message>
        <source>Saved. Print it, and delete the file afterwards.</source>
        <translation>保存しました。印刷したあと、ファイルは削除してください。</translation>
    </message>
    <message>
        <source>The code is in the safe, or on its way there</source>
        <translation>コードは金庫に入れた、または入れるところです</translation>
    </message>
    <message>
        <source>The recovery code</source>
        <translation>復旧コード</translation>
    </message>
    <message>
        <source>Who joins compares it with you by telephone. It is no secret and stands in the settings.</source>
        <translation>参加する人と電話で読み合わせます。秘密ではなく、設定の画面でいつでも見られます。</translation>
    </message>
</context>
<context>
    <name>shirushi::window::DeputyForm</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 stands in for somebody</source>
        <translation>%1 さんの代決</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>今すぐ終える</translation>
    </message>
    <message>
        <source>End it now: %1</source>
        <translation>今すぐ終える：%1</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>初日</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>だれに代わって</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最終日</translation>
    </message>
    <message>
        <source>Set(&amp;A)</source>
        <translation>設定する(&amp;A)</translation>
    </message>
    <message>
        <source>Stands in for %1</source>
        <translation>代決：%1</translation>
    </message>
    <message>
        <source>The deputy has ended.</source>
        <translation>代決を終えました。</translation>
    </message>
    <message>
        <source>The deputy was set.</source>
        <translation>代決を設定しました。</translation>
    </message>
</context>
<context>
    <name>shirushi::window::DoorPage</name>
    <message>
        <source>Back(&amp;B)</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Shirushi</source>
        <translation>しるし</translation>
    </message>
</context>
<context>
    <name>shirushi::window::FirstStart</name>
    <message>
        <source>Begin a new office</source>
        <translation>職場を新しく作る</translation>
    </message>
    <message>
        <source>Begin(&amp;S)</source>
        <translation>始める(&amp;S)</translation>
    </message>
    <message>
        <source>Choose the rules of your office and say who you are. This is asked once.</source>
        <translation>従う規程と、あなたのことを入れてください。最初の一回だけです。</translation>
    </message>
    <message>
        <source>Lower-case letters and digits, for example yamada</source>
        <translation>英字の小文字と数字（例：yamada）</translation>
    </message>
    <message>
        <source>Name in kana</source>
        <translation>ふりがな</translation>
    </message>
    <message>
        <source>Name of the office</source>
        <translation>職場の名称</translation>
    </message>
    <message>
        <source>No rules are installed.</source>
        <translation>規程が一つも入っていません。</translation>
    </message>
    <message>
        <source>Nobody can read your password out or replace it: keep it well.</source>
        <translation>パスワードを忘れると、開けなくなります。ほかの人にも調べられません。</translation>
    </message>
    <message>
        <source>Only lower-case letters, digits, dot, hyphen and underscore.</source>
        <translation>英字の小文字、数字、ピリオド、ハイフン、下線だけが使えます。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Password once more</source>
        <translation>パスワード（もう一度）</translation>
    </message>
    <message>
        <source>Please enter your name.</source>
        <translation>氏名を入れてください。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>従う規程</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>課</translation>
    </message>
    <message>
        <source>Setting up …</source>
        <translation>準備しています…</translation>
    </message>
    <message>
        <source>The two passwords are not alike.</source>
        <translation>二つのパスワードが同じではありません。</translation>
    </message>
    <message>
        <source>Use it by myself</source>
        <translation>一人で使う</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>利用者ID</translation>
    </message>
    <message>
        <source>You become the administrator of the office and add the others afterwards.</source>
        <translation>あなたが職場の管理者になり、あとからほかの人を加えます。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Your position</source>
        <translation>立場</translation>
    </message>
</context>
<context>
    <name>shirushi::window::Frame</name>
    <message>
        <source>Approvals</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>分類する</translation>
    </message>
    <message>
        <source>Disposal</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>ヘルプ (F1)</translation>
    </message>
    <message>
        <source>May I send this?</source>
        <translation>送れるか確認</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>受け取る</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>記録</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送る</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>保管庫</translation>
    </message>
</context>
<context>
    <name>shirushi::window::Header</name>
    <message>
        <source>Leads to the records</source>
        <translation>「記録」の画面を開きます</translation>
    </message>
    <message>
        <source>Ledger: being checked</source>
        <translation>台帳 確認中</translation>
    </message>
    <message>
        <source>Ledger: in order (checked %1)</source>
        <translation>台帳 正常（%1確認）</translation>
    </message>
    <message>
        <source>Ledger: please look</source>
        <translation>台帳 要確認</translation>
    </message>
    <message>
        <source>Ledger: ready to record</source>
        <translation>台帳 記録できます</translation>
    </message>
    <message>
        <source>Lock and leave</source>
        <translation>施錠して離れる</translation>
    </message>
    <message>
        <source>Lock and leave (Ctrl+L)</source>
        <translation>施錠して離れる（Ctrl+L）</translation>
    </message>
    <message numerus="yes">
        <source>Locks in %n seconds</source>
        <translation>
            <numerusform>あと%n秒で施錠します</numerusform>
        </translation>
    </message>
    <message>
        <source>Rules in force: %1</source>
        <translation>従う規程：%1</translation>
    </message>
    <message>
        <source>Shirushi</source>
        <translation>しるし</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation>使っている人：%1</translation>
    </message>
</context>
<context>
    <name>shirushi::window::HelpPage</name>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Topics of the help</source>
        <translation>ヘルプの目次</translation>
    </message>
</context>
<context>
    <name>shirushi::window::JoinPage</name>
    <message>
        <source>Join my office</source>
        <translation>職場に参加する</translation>
    </message>
    <message>
        <source>Lower-case letters and digits, for example yamada</source>
        <translation>英小文字と数字（例：yamada）</translation>
    </message>
    <message>
        <source>Make the application(&amp;S)</source>
        <translation>参加申請を作る(&amp;S)</translation>
    </message>
    <message>
        <source>Making the keys …</source>
        <translation>鍵を作っています…</translation>
    </message>
    <message>
        <source>Name in kana</source>
        <translation>ふりがな</translation>
    </message>
    <message>
        <source>Only lower-case letters, digits, dot, hyphen and underscore.</source>
        <translation>英小文字・数字・ピリオド・ハイフン・下線だけが使えます。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Password once more</source>
        <translation>パスワード（もう一度）</translation>
    </message>
    <message>
        <source>Please enter your name.</source>
        <translation>氏名を入れてください。</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>課</translation>
    </message>
    <message>
        <source>Shirushi makes an application file for you. The administrator decides on your role and answers with the office's roster.</source>
        <translation>しるしが参加申請のファイルを作ります。役割は管理者が決め、職場の名簿で回答します。</translation>
    </message>
    <message>
        <source>The two passwords are not alike.</source>
        <translation>二つのパスワードが同じではありません。</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>利用者ID</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>氏名</translation>
    </message>
</context>
<context>
    <name>shirushi::window::MainWindow</name>
    <message>
        <source>Shirushi</source>
        <translation>しるし</translation>
    </message>
</context>
<context>
    <name>shirushi::window::MemberModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>Closed on %1</source>
        <translation>%1に閉鎖</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>立場</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>課</translation>
    </message>
    <message>
        <source>Stands in for %1</source>
        <translation>代決：%1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Temporary password</source>
        <translation>仮のパスワード</translation>
    </message>
</context>
<context>
    <name>shirushi::window::MethodsSection</name>
    <message>
        <source>Designated methods</source>
        <translation>指定された方法</translation>
    </message>
    <message>
        <source>It was not saved</source>
        <translation>保存できませんでした</translation>
    </message>
    <message>
        <source>None is designated yet: each is offered, with a notice to check it.</source>
        <translation>まだ指定がありません。すべての方法が、確認のお願いとともに出ます。</translation>
    </message>
    <message>
        <source>Only the ticked ones are offered when a parcel is made.</source>
        <translation>送付ファイルを作るとき、印を付けた方法だけが出ます。</translation>
    </message>
    <message>
        <source>Tick the methods of encryption that the %1 has designated. Afterwards only those are offered.</source>
        <translation>%1が指定した暗号化の方法に、印を付けてください。付けると、その方法だけが出ます。</translation>
    </message>
</context>
<context>
    <name>shirushi::window::NewPasswordPage</name>
    <message>
        <source>New password</source>
        <translation>新しいパスワード</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>新しいパスワード（もう一度）</translation>
    </message>
    <message>
        <source>The two passwords are not alike.</source>
        <translation>二つのパスワードが同じではありません。</translation>
    </message>
</context>
<context>
    <name>shirushi::window::OfficeSection</name>
    <message>
        <source>%1 can sign in here now, with their own password.</source>
        <translation>%1さんは、自分のパスワードで、ここでもサインインできます。</translation>
    </message>
    <message>
        <source>An administrator's key file</source>
        <translation>管理者の鍵ファイル</translation>
    </message>
    <message>
        <source>Choose a folder(&amp;F)</source>
        <translation>フォルダーを選ぶ(&amp;F)</translation>
    </message>
    <message>
        <source>Key files</source>
        <translation>鍵ファイル</translation>
    </message>
    <message>
        <source>Let an administrator in …(&amp;L)</source>
        <translation>管理者の鍵ファイルを読み込む…(&amp;L)</translation>
    </message>
    <message>
        <source>No shared folder is used from now on.</source>
        <translation>これからは共有フォルダーを使いません。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>第%1号</translation>
    </message>
    <message>
        <source>Requests and approvals go by it to the other desktops, and a ledger that was put back to an earlier day is found by it. It holds at once.</source>
        <translation>申請と承認を、ほかのパソコンとやりとりします。台帳が古いものに戻されたことも、これで分かります。すぐに使い始めます。</translation>
    </message>
    <message>
        <source>Roster of the office</source>
        <translation>職場の名簿</translation>
    </message>
    <message>
        <source>Save my key file</source>
        <translation>自分の鍵ファイルを保存</translation>
    </message>
    <message>
        <source>Save my key file …(&amp;K)</source>
        <translation>自分の鍵ファイルを保存…(&amp;K)</translation>
    </message>
    <message>
        <source>Take in a roster …(&amp;R)</source>
        <translation>名簿を取り込む…(&amp;R)</translation>
    </message>
    <message>
        <source>The key file is saved. Your password stays with you.</source>
        <translation>鍵ファイルを保存しました。パスワードは入っていません。</translation>
    </message>
    <message>
        <source>The office's shared folder</source>
        <translation>職場の共有フォルダー</translation>
    </message>
    <message>
        <source>The roster is number %1 now.</source>
        <translation>名簿を取り込みました（第%1号）。</translation>
    </message>
    <message>
        <source>The roster that an administrator has sent</source>
        <translation>管理者から届いた名簿</translation>
    </message>
    <message>
        <source>The shared folder is in use.</source>
        <translation>共有フォルダーを使い始めました。</translation>
    </message>
    <message>
        <source>Use this folder(&amp;U)</source>
        <translation>このフォルダーを使う(&amp;U)</translation>
    </message>
    <message>
        <source>When an administrator has sent a newer one. It must be signed with this office's root key; an older one is refused.</source>
        <translation>管理者から新しい名簿が届いたときに取り込みます。この職場の署名がないもの、古いものは受け付けません。</translation>
    </message>
    <message>
        <source>Where this computer has joined an office, an administrator brings their key file from their own computer, to accept what was found in the ledger here. It opens nothing without their password.</source>
        <translation>このコンピューターが職場に参加しているとき、管理者が自分のコンピューターから鍵ファイルを持って来ると、ここの台帳で見つかったことを受け入れられます。鍵ファイルは、管理者のパスワードがなければ何も開けません。</translation>
    </message>
    <message>
        <source>my key file.json</source>
        <translation>鍵ファイル.json</translation>
    </message>
</context>
<context>
    <name>shirushi::window::PasswordHints</name>
    <message>
        <source>Strength: %1</source>
        <translation>強さ：%1</translation>
    </message>
</context>
<context>
    <name>shirushi::window::PeopleForm</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>It must be changed at the first sign-in.</source>
        <translation>最初のサインインで変更してもらいます。</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>立場</translation>
    </message>
    <message>
        <source>Temporary password</source>
        <translation>仮のパスワード</translation>
    </message>
</context>
<context>
    <name>shirushi::window::PeopleSection</name>
    <message>
        <source>Add a person …</source>
        <translation>人を加える…</translation>
    </message>
    <message>
        <source>Admit …</source>
        <translation>参加申請…</translation>
    </message>
    <message>
        <source>An application that somebody sent</source>
        <translation>送られてきた参加申請</translation>
    </message>
    <message>
        <source>Close the account …</source>
        <translation>アカウントを閉じる…</translation>
    </message>
    <message>
        <source>Decisions made on paper may be recorded</source>
        <translation>紙の決裁を記録してよい</translation>
    </message>
    <message>
        <source>Deputy …</source>
        <translation>代決…</translation>
    </message>
    <message>
        <source>Fingerprint of the office</source>
        <translation>職場の指紋</translation>
    </message>
    <message>
        <source>It is shown this once. Write it down and keep it in a sealed envelope in the safe. The code of before opens nothing any more.</source>
        <translation>表示するのは今回だけです。書き写して封筒に入れ、封をして金庫に保管してください。前のコードは使えなくなりました。</translation>
    </message>
    <message>
        <source>Make a new recovery code</source>
        <translation>復旧コードを作り直す</translation>
    </message>
    <message>
        <source>New access …</source>
        <translation>再発行…</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Position …</source>
        <translation>立場…</translation>
    </message>
    <message>
        <source>Save the roster</source>
        <translation>名簿を保存</translation>
    </message>
    <message>
        <source>Save the roster …</source>
        <translation>名簿を保存…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存しました</translation>
    </message>
    <message>
        <source>Who asks may approve where it cannot be helped</source>
        <translation>止むを得ない場合は、申請者が承認を兼ねてよい</translation>
    </message>
    <message>
        <source>With a reason; the record stays open until somebody countersigns it.</source>
        <translation>理由が必要です。ほかの人が確認するまで、記録は未確認のまま残ります。</translation>
    </message>
</context>
<context>
    <name>shirushi::window::Rail</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1、%n件が待っています</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shirushi::window::ReadOnlyBand</name>
    <message>
        <source>Nothing can be recorded at present: the ledger can only be read</source>
        <translation>いまは記録できません。台帳を読むことだけができます</translation>
    </message>
    <message>
        <source>See the findings</source>
        <translation>見つかったことを見る</translation>
    </message>
</context>
<context>
    <name>shirushi::window::RecoverPage</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Hyphens and capital letters do not matter.</source>
        <translation>ハイフンや大文字・小文字の違いはかまいません。</translation>
    </message>
    <message>
        <source>Make new keys(&amp;S)</source>
        <translation>新しい鍵を作る(&amp;S)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Open with the code(&amp;S)</source>
        <translation>コードで開く(&amp;S)</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>開いています…</translation>
    </message>
    <message>
        <source>Please enter the recovery code.</source>
        <translation>復旧コードを入れてください。</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>復旧コード</translation>
    </message>
    <message>
        <source>The password is lost</source>
        <translation>パスワードをなくしたとき</translation>
    </message>
    <message>
        <source>With the recovery code from the safe you get a new password and are the office's administrator. This is recorded. Without the code, ask your administrator for a new access.</source>
        <translation>金庫の復旧コードがあれば、新しいパスワードを決めて職場の管理者として開けます。このことは記録に残ります。コードがないときは、管理者に再発行を頼んでください。</translation>
    </message>
    <message>
        <source>With the recovery code from the safe you get a new password. New keys are made for you on this computer, and your administrator answers them with a roster. Without the code nothing can be opened here.</source>
        <translation>金庫の復旧コードで、新しいパスワードを決められます。このパソコンで新しい鍵を作り、管理者が名簿で答えます。コードがなければ、ここでは何も開けません。</translation>
    </message>
</context>
<context>
    <name>shirushi::window::RenewalForm</name>
    <message>
        <source>%1 (%2) has lost the password on another computer and made new keys there. The keys of before are not valid any more then. Whoever has the new keys acts as this person.</source>
        <translation>%1さん（%2）が、別のパソコンでパスワードをなくし、新しい鍵を作りました。有効にすると、前の鍵は使えなくなります。新しい鍵を持つ人は、この人として署名できます。</translation>
    </message>
    <message>
        <source>%1 was asked by telephone or face to face and made this application</source>
        <translation>%1さん本人に電話か対面で確かめ、本人が作ったものだった</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Make them valid(&amp;A)</source>
        <translation>有効にする(&amp;A)</translation>
    </message>
    <message>
        <source>New keys of %1</source>
        <translation>%1さんの新しい鍵</translation>
    </message>
    <message>
        <source>Please ask first.</source>
        <translation>先に本人に確かめてください。</translation>
    </message>
    <message>
        <source>The new keys are valid. Now save the roster and send it.</source>
        <translation>新しい鍵が有効になりました。続けて、名簿を保存して本人に送ってください。</translation>
    </message>
</context>
<context>
    <name>shirushi::window::RoleForm</name>
    <message>
        <source>Change(&amp;A)</source>
        <translation>変更する(&amp;A)</translation>
    </message>
    <message>
        <source>Position of %1</source>
        <translation>%1 さんの立場</translation>
    </message>
    <message>
        <source>The position of %1 was changed.</source>
        <translation>%1 さんの立場を変更しました。</translation>
    </message>
</context>
<context>
    <name>shirushi::window::SettingsPage</name>
    <message>
        <source>Labels that were given by other rules stay as they are.</source>
        <translation>ほかの規程で付けた表示は、そのまま残ります。</translation>
    </message>
    <message>
        <source>Links and shortcuts to the old name no longer lead to the file.</source>
        <translation>元の名前へのリンクやショートカットは開けなくなります。</translation>
    </message>
    <message>
        <source>Rules in force</source>
        <translation>従う規程</translation>
    </message>
    <message>
        <source>Save(&amp;S)</source>
        <translation>保存する(&amp;S)</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存しました</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Show the class at the top of each page</source>
        <translation>各ページの上に表示する</translation>
    </message>
    <message>
        <source>Show the class in the file's name</source>
        <translation>ファイルの名前に付ける</translation>
    </message>
    <message>
        <source>Ticked at first when a file is classified</source>
        <translation>分類するとき、初めから印を付けておくもの</translation>
    </message>
</context>
<context>
    <name>shirushi::window::SignInPage</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Check whether something may be sent(&amp;C)</source>
        <translation>送れるか確認する(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>In %n seconds again</source>
        <translation>
            <numerusform>あと%n秒お待ちください</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Open(&amp;S)</source>
        <translation>開く(&amp;S)</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>開いています…</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Please enter your password.</source>
        <translation>パスワードを入れてください。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>使う人を確かめます</translation>
    </message>
    <message>
        <source>The new keys of %1 wait for the administrator's answer</source>
        <translation>%1さんの新しい鍵は、管理者の回答を待っています</translation>
    </message>
    <message>
        <source>The password is lost …</source>
        <translation>パスワードをなくしたとき…</translation>
    </message>
    <message>
        <source>The roster has come(&amp;R)</source>
        <translation>名簿が届いた(&amp;R)</translation>
    </message>
    <message>
        <source>Without signing in:</source>
        <translation>サインインしなくても使えます。</translation>
    </message>
</context>
<context>
    <name>shirushi::window::Welcome</name>
    <message>
        <source>Begin a new office</source>
        <translation>職場を新しく作る</translation>
    </message>
    <message>
        <source>Check whether something may be sent</source>
        <translation>送れるか確認する</translation>
    </message>
    <message>
        <source>How do you want to begin?</source>
        <translation>どのように使いますか</translation>
    </message>
    <message>
        <source>Join my office</source>
        <translation>職場に参加する</translation>
    </message>
    <message>
        <source>Rules, name, password: nothing more.</source>
        <translation>規程・氏名・パスワードを入れるだけです。</translation>
    </message>
    <message>
        <source>This is asked once.</source>
        <translation>お聞きするのは一度だけです。</translation>
    </message>
    <message>
        <source>Use it by myself</source>
        <translation>一人で使う</translation>
    </message>
    <message>
        <source>Without signing in and without any set-up. Nothing is recorded.</source>
        <translation>サインインも設定もいりません。記録も残りません。</translation>
    </message>
    <message>
        <source>You become its administrator and add the others.</source>
        <translation>あなたが管理者になり、ほかの人を加えます。</translation>
    </message>
    <message>
        <source>Your office uses Shirushi already. You make an application file, and the administrator answers with the roster.</source>
        <translation>職場ですでに使っています。参加申請のファイルを作り、管理者が名簿で回答します。</translation>
    </message>
</context>
<context>
    <name>shirushi::workflow</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 ほか%2件</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>承認済み</translation>
    </message>
    <message>
        <source>Approved by who asked, not countersigned</source>
        <translation>承認済み（兼務・未確認）</translation>
    </message>
    <message>
        <source>It has lapsed. Please ask again.</source>
        <translation>期限が過ぎました。もう一度申請してください。</translation>
    </message>
    <message>
        <source>It is approved for a later day.</source>
        <translation>承認された期間が、まだ始まっていません。</translation>
    </message>
    <message>
        <source>It is waiting for approval.</source>
        <translation>承認を待っています。</translation>
    </message>
    <message>
        <source>It was approved for another purpose.</source>
        <translation>承認されたのは、別の目的です。</translation>
    </message>
    <message>
        <source>It was approved for other files.</source>
        <translation>承認されたのは、別のファイルです。</translation>
    </message>
    <message>
        <source>It was refused.</source>
        <translation>承認されませんでした。</translation>
    </message>
    <message>
        <source>It was withdrawn.</source>
        <translation>取り下げられました。</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>No report is due to this role.</source>
        <translation>この役への報告は、求められていません。</translation>
    </message>
    <message>
        <source>No scan of a decision on paper is kept here.</source>
        <translation>このパソコンの台帳に、決裁文書は保管されていません。</translation>
    </message>
    <message>
        <source>Nobody approves their own request here, not even with a reason.</source>
        <translation>この職場では、理由があっても、自分の申請を自分で承認することはできません（兼務の禁止）。</translation>
    </message>
    <message>
        <source>Nobody approves their own request.</source>
        <translation>自分の申請を、自分で承認することはできません（兼務の禁止）。</translation>
    </message>
    <message>
        <source>Nothing has been decided about this request yet.</source>
        <translation>この申請は、まだ何も決まっていません。</translation>
    </message>
    <message>
        <source>Only the section of whoever asks can approve it.</source>
        <translation>承認できるのは、申請した人と同じ課の人だけです。</translation>
    </message>
    <message>
        <source>Only these may ask for it: %1. Please turn to them.</source>
        <translation>申請できるのは、%1だけです。その人に相談してください。</translation>
    </message>
    <message>
        <source>Only whoever asked can withdraw a request.</source>
        <translation>申請を取り下げられるのは、申請した人だけです。</translation>
    </message>
    <message>
        <source>Please name the files that it is about.</source>
        <translation>申請するファイルを指定してください。</translation>
    </message>
    <message>
        <source>Please say to whom the report was made.</source>
        <translation>だれに報告したかを指定してください。</translation>
    </message>
    <message>
        <source>Please say what is asked for.</source>
        <translation>何をする申請かを指定してください。</translation>
    </message>
    <message>
        <source>Please say who decided, when, and the document's number.</source>
        <translation>だれが、いつ決めたか、文書番号を書いてください。</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不承認</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>報告済み</translation>
    </message>
    <message>
        <source>Role or section of whoever asks are not those of the roster.</source>
        <translation>申請した人の役か課が、名簿と違います。</translation>
    </message>
    <message>
        <source>Somebody else asked for this approval.</source>
        <translation>この承認は、ほかの人の申請によるものです。</translation>
    </message>
    <message>
        <source>Somebody else must countersign: not who asked and not who approved.</source>
        <translation>確認は、申請した人でも承認した人でもない、ほかの人がします。</translation>
    </message>
    <message>
        <source>Somebody who answers for others must countersign.</source>
        <translation>確かめたことを記録できるのは、管理者などの役割の人です。</translation>
    </message>
    <message>
        <source>Something else was approved: another deed, recipient, way or ground.</source>
        <translation>承認されたのは、別のこと（すること、相手、方法、理由）です。</translation>
    </message>
    <message>
        <source>The account of whoever signed this has been closed.</source>
        <translation>署名した人の利用は、終了しています。</translation>
    </message>
    <message>
        <source>The approval would end before it begins.</source>
        <translation>承認の期限が、すでに過ぎています。</translation>
    </message>
    <message>
        <source>The class that the files are to have must be lower than each has now, and goes with a request to lower it.</source>
        <translation>変更後の分類は、どのファイルの今の分類よりも低くし、分類を下げる申請にだけ付けてください。</translation>
    </message>
    <message>
        <source>The file has another class than the one that was approved.</source>
        <translation>ファイルの分類が、承認されたときと違います。</translation>
    </message>
    <message>
        <source>The file was changed after it was asked about.</source>
        <translation>ファイルが、申請の後で変わっています。</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>期間の終わりが、始まりより前になっています。</translation>
    </message>
    <message>
        <source>The report is due</source>
        <translation>報告が必要です</translation>
    </message>
    <message>
        <source>The request is not the one that was decided about: it was changed.</source>
        <translation>申請が、承認されたものと違います。後から変わっています。</translation>
    </message>
    <message>
        <source>The request is too large to be sent: please ask for fewer files at once.</source>
        <translation>申請が大きすぎて渡せません。一度に申請するファイルを減らしてください。</translation>
    </message>
    <message>
        <source>The request is too large: please ask for fewer files at once, or write less.</source>
        <translation>申請が大きすぎます。ファイルを減らすか、文を短くしてください。</translation>
    </message>
    <message>
        <source>The request that this is about is not here. Please take in the request first.</source>
        <translation>もとの申請がここにありません。先に申請を取り込んでください。</translation>
    </message>
    <message>
        <source>The roster is an older one than the ledger knows. Nobody can approve by it.</source>
        <translation>名簿が、記録にあるものより古くなっています。この名簿では承認できません。</translation>
    </message>
    <message>
        <source>The roster names no such deputy for this day.</source>
        <translation>名簿に、この日の代決はありません。</translation>
    </message>
    <message>
        <source>The rules forbid it, and nobody can approve it.</source>
        <translation>規程が禁じていることなので、だれも承認できません。</translation>
    </message>
    <message>
        <source>The rules know no such fact.</source>
        <translation>規程に、そのような事情の定めはありません。</translation>
    </message>
    <message>
        <source>The rules want an approval, and nobody has asked for one.</source>
        <translation>規程では承認が必要です。まだ申請されていません。</translation>
    </message>
    <message>
        <source>The rules want no approval for this.</source>
        <translation>規程では、これに承認は要りません。</translation>
    </message>
    <message>
        <source>The rules want other approvals than this request says.</source>
        <translation>規程が求める承認が、この申請に書かれたものと違います。</translation>
    </message>
    <message>
        <source>The signature is wrong: this was changed or forged.</source>
        <translation>電子署名が正しくありません。書き換えられたか、偽造されたものです。</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>文が長すぎます。</translation>
    </message>
    <message>
        <source>The time that stands here cannot be right.</source>
        <translation>日時が正しくありません。パソコンの時計を確かめてください。</translation>
    </message>
    <message>
        <source>There are too many files in this folder.</source>
        <translation>このフォルダーには、ファイルが多すぎます。</translation>
    </message>
    <message>
        <source>There is no such request.</source>
        <translation>この番号の申請はありません。</translation>
    </message>
    <message>
        <source>There is nothing left to approve.</source>
        <translation>承認を待っているものはありません。</translation>
    </message>
    <message>
        <source>There is nothing to countersign here.</source>
        <translation>確認を待っているものはありません。</translation>
    </message>
    <message>
        <source>This belongs to another office.</source>
        <translation>これは、別の職場のものです。</translation>
    </message>
    <message>
        <source>This decision cannot be read.</source>
        <translation>この決定は読めません。</translation>
    </message>
    <message>
        <source>This file has no class by the rules of this office.</source>
        <translation>このファイルには、この職場の規程による分類がありません。</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>このファイルは空です。</translation>
    </message>
    <message>
        <source>This is no scan of a decision on paper.</source>
        <translation>決裁文書を読み取ったファイルではありません。</translation>
    </message>
    <message>
        <source>This is not the scan that the signed decision names: it was exchanged or changed.</source>
        <translation>署名された決裁の記録が示す文書ではありません。差し替えられたか、書き換えられています。</translation>
    </message>
    <message>
        <source>This office does not take decisions on paper.</source>
        <translation>この職場では、紙の決裁を使いません。</translation>
    </message>
    <message>
        <source>This request cannot be read.</source>
        <translation>この申請は読めません。</translation>
    </message>
    <message>
        <source>This request has ended already.</source>
        <translation>この申請は、もう終わっています。</translation>
    </message>
    <message>
        <source>This role cannot approve it.</source>
        <translation>この役では承認できません。</translation>
    </message>
    <message>
        <source>This was asked under other rules than this office's.</source>
        <translation>これは、この職場と違う規程による申請です。</translation>
    </message>
    <message>
        <source>This was signed with a key that the roster does not name.</source>
        <translation>名簿にない鍵で署名されています。</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>Whoever signed this is not in the office's roster.</source>
        <translation>署名した人は、職場の名簿にいません。</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>取下げ</translation>
    </message>
</context>
</TS>
