import { createCanvas } from '@napi-rs/canvas'; import { STAND_INS } from './stand-ins.js'; import { stageShot } from '../src/index.js'; import { createDrawing } from '../src/ink/panel.js'; import { reprojectFrom } from '../src/camera/reproject.js'; import { writeContactSheet } from './contact.js';
const W=1280,H=720; const s=stageShot({place:'street',time:'DAY',size:'full',move:'track-right',seed:7,cast:STAND_INS.slice(0,2).map((look,i)=>({name:'P'+i,look,mark:i}))});
const A=createDrawing(s.scene,s.path(0),s.mood,1),B=createDrawing(s.scene,s.path(1),s.mood,1); const C=createDrawing(s.scene,s.path(.5),s.mood,1);
const show=(p:any)=>{const c=createCanvas(500,300),g=c.getContext('2d'); const im=g.createImageData(W,H); im.data.set(p); g.putImageData(im,-400,-20); return c};
const out=(r:any,mix:number)=>{const p=new Uint8ClampedArray(W*H*4); r(s.path(.5),mix,p); return p};
const pr=[{picture:show(out(reprojectFrom([A]),0)),caption:'A only'},{picture:show(out(reprojectFrom([B]),0)),caption:'B only'},{picture:show(out(reprojectFrom([A,B]),0)),caption:'AB mix 0'},{picture:show(out(reprojectFrom([A,B]),.5)),caption:'mix .5'},{picture:show(C.pixels),caption:'true'},{picture:show(A.pixels),caption:'A'}];
writeContactSheet('/tmp/sb/c.png',pr as any,2,750);
